package org.ocsf4j.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.opensearch.IndexSummary;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.schema.OcsfClasses;
import org.ocsf4j.schema.json.JsonTree;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.testkit.server.LocalOpenSearch;

/** The generated templates on a real node: it takes them, and they take every document. */
class TemplatesIT {

    private static final TemplateOptions OPTIONS =
            TemplateOptions.builder().replicas(0).build();

    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(LocalOpenSearch.shared().uri()).build();

    @AfterEach
    void removeIndices() {
        for (IndexSummary index : admin.indices("ocsf-*")) {
            admin.deleteIndex(index.name());
        }
        admin.close();
    }

    @Test
    void installsOnceAndASecondRunChangesNothing() {
        List<Template> templates = TemplateGenerator.generate(OPTIONS);
        for (Template template : templates) {
            if (template.kind() == Template.Kind.INDEX) {
                admin.deleteIndexTemplate(template.name());
            }
        }
        List<InstalledTemplate> seen = new ArrayList<>();
        List<InstalledTemplate> first = TemplateInstaller.install(admin, OPTIONS, seen::add);
        assertThat(first).isEqualTo(seen).hasSize(templates.size());
        assertThat(first).allMatch(InstalledTemplate::acknowledged);
        assertThat(TemplateInstaller.verify(admin, templates)).isEmpty();
        assertThat(TemplateInstaller.install(admin, OPTIONS))
                .hasSameSizeAs(first)
                .allMatch(t -> t.state() == InstalledTemplate.State.UNCHANGED);
    }

    @Test
    void takesMoreClassesOfAVersionLater() {
        for (String uid : List.of("3002", "4001", "6003")) {
            TemplateOptions some =
                    TemplateOptions.builder().replicas(0).classes(List.of(uid)).build();
            assertThat(TemplateInstaller.install(admin, some)).allMatch(InstalledTemplate::acknowledged);
        }
        for (String uid : List.of("3002", "4001", "6003")) {
            TemplateOptions some =
                    TemplateOptions.builder().replicas(0).classes(List.of(uid)).build();
            assertThat(TemplateInstaller.verify(admin, TemplateGenerator.generate(some)))
                    .isEmpty();
        }
    }

    @Test
    void namesWhatHasDrifted() {
        List<Template> templates = TemplateGenerator.generate(OPTIONS);
        TemplateInstaller.install(admin, OPTIONS);
        List<Template> others = TemplateGenerator.generate(
                TemplateOptions.builder().replicas(0).shards(2).build());
        assertThat(TemplateInstaller.verify(admin, others))
                .extracting(Drift::toString)
                .containsExactly(
                        "component template ocsf-settings: template.settings.index.number_of_shards: is 1, should be 2");
        admin.deleteIndexTemplate("ocsf-any-4001");
        assertThat(TemplateInstaller.verify(admin, templates))
                .extracting(Drift::toString)
                .containsExactly("index template ocsf-any-4001: not installed");
        assertThat(TemplateInstaller.install(admin, templates, true, result -> {}))
                .filteredOn(t -> t.state() != InstalledTemplate.State.UNCHANGED)
                .extracting(InstalledTemplate::toString)
                .containsExactly("index template ocsf-any-4001: would be created");
        assertThat(admin.indexTemplateExists("ocsf-any-4001")).isFalse();
        TemplateInstaller.install(admin, OPTIONS);
        assertThat(TemplateInstaller.verify(admin, templates)).isEmpty();
    }

    @Test
    void everyLeafOfEveryRealRowFindsItsDocument() throws Exception {
        TemplateInstaller.install(admin, OPTIONS);
        List<String> documents = realRows();
        assertThat(write(documents)).containsOnly(EventOutcome.INDEXED);
        admin.refresh("ocsf-*");
        assertThat(count("{\"exists\":{\"field\":\"ocsf_rejected\"}}")).isZero();
        int asked = 0;
        List<String> missed = new ArrayList<>();
        for (String document : documents) {
            Map<String, Object> wanted = JsonTree.parseObject(document.getBytes(StandardCharsets.UTF_8));
            for (Leaf leaf : Leaf.of(document)) {
                asked++;
                if (!found("{\"term\":{\"" + leaf.path() + "\":" + leaf.json() + "}}")
                        .contains(wanted)) {
                    missed.add(leaf.path() + " = " + leaf.json());
                }
            }
        }
        assertThat(asked).isGreaterThan(400);
        assertThat(missed)
                .as(asked + " leaves of " + documents.size() + " documents")
                .allMatch(miss -> Leaf.isNoAddress(miss));
    }

    private static List<String> realRows() throws IOException {
        Path lake = Path.of(System.getProperty("ocsf4j.root", ".")).resolve("../shared/data/lake");
        assumeTrue(Files.isDirectory(lake), () -> "no sample lake at " + lake.normalize());
        List<String> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(lake)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".ndjson")).sorted().toList()) {
                documents.addAll(Files.readAllLines(file));
            }
        }
        return documents;
    }

    @Test
    void takesEveryDocumentOfTheSampleLake() throws Exception {
        TemplateInstaller.install(admin, OPTIONS);
        List<String> documents = realRows();
        assertThat(documents).hasSizeGreaterThanOrEqualTo(13);
        assertThat(write(documents)).hasSize(documents.size()).containsOnly(EventOutcome.INDEXED);

        admin.refresh("ocsf-*");
        assertThat(admin.count("ocsf-*")).isEqualTo(documents.size());
        assertThat(admin.count("ocsf-4001")).as("VPC flow of both versions").isEqualTo(2);
        assertThat(admin.count("ocsf-findings")).isEqualTo(3);
        assertThat(count("{\"range\":{\"time\":{\"gte\":\"2000-01-01\",\"lt\":\"2100-01-01T00:00:00Z\"}}}"))
                .isEqualTo(documents.size());
        assertThat(count("{\"range\":{\"@timestamp\":{\"gte\":\"2000-01-01\"}}}"))
                .isEqualTo(documents.size());
        assertThat(count("{\"exists\":{\"field\":\"_ignored\"}}"))
                .as("documents with a value that its field did not take")
                .isZero();
        for (String field : new String[] {
            "class_uid",
            "class_name",
            "category_name",
            "severity",
            "severity_id",
            "activity_id",
            "activity_name",
            "type_uid",
            "metadata.product.name",
            "metadata.product.vendor_name",
            "metadata.version",
            "cloud.region"
        }) {
            assertThat(count("{\"exists\":{\"field\":\"" + field + "\"}}"))
                    .as(field)
                    .isEqualTo(documents.size());
        }
        assertThat(count("{\"term\":{\"unmapped.responseElements.loadBalancers[].type\":\"application\"}}"))
                .isEqualTo(1);
    }

    @Test
    void keepsADocumentWhoseValuesDoNotFit() throws Exception {
        TemplateInstaller.install(admin, OPTIONS);
        String id = "\"metadata\":{\"version\":\"1.1.0\"},\"class_uid\":4001,";
        assertThat(write(List.of(
                        "{" + id + "\"time\":\"not a time\"}",
                        "{" + id + "\"time\":1700000000000,\"severity_id\":\"high\",\"type_uid\":18446744073709551615}",
                        "{" + id + "\"time\":1700000000000,\"src_endpoint\":{\"ip\":\"-\",\"port\":1e30}}",
                        "{" + id + "\"time\":1700000000000,\"status\":\"" + "x".repeat(100_000) + "\"}",
                        "{" + id + "\"time\":1700000000000,\"something\":{\"new\":[1,\"a\",{}]}}",
                        "{" + id + "\"time\":1700000000000,\"severity\":null,\"unmapped\":{},\"observables\":[]}")))
                .containsOnly(EventOutcome.INDEXED);
    }

    @Test
    void everyVersionAndWhatIsUnknownGetsTheBaseMapping() throws Exception {
        TemplateInstaller.install(admin, OPTIONS);
        List<String> documents = new ArrayList<>();
        for (String version : OcsfClasses.versions()) {
            documents.add("{\"metadata\":{\"version\":\"" + version + "\"},\"class_uid\":4001,\"time\":1700000000000}");
        }
        documents.add("{\"metadata\":{\"version\":\"99.0\"},\"class_uid\":4001,\"time\":1700000000000}");
        documents.add("{\"metadata\":{\"version\":\"1.1.0\"},\"class_uid\":987654,\"time\":1700000000000}");
        documents.add("{\"time\":1700000000000}");
        assertThat(write(documents)).containsOnly(EventOutcome.INDEXED);
        admin.refresh("ocsf-*");
        assertThat(admin.count("ocsf-4001")).isEqualTo(OcsfClasses.versions().size() + 1);
        assertThat(count("{\"range\":{\"@timestamp\":{\"gte\":\"2023-11-14\",\"lt\":\"2023-11-15\"}}}"))
                .isEqualTo(documents.size());
        for (IndexSummary index : admin.indices("ocsf-*")) {
            assertThat(new String(admin.getIndex(index.name()), StandardCharsets.UTF_8))
                    .as(index.name())
                    .contains("\"codec\":\"best_compression\"")
                    .contains("\"dynamic\":\"false\"");
        }
    }

    /** The documents themselves. */
    private List<Object> found(String query) throws IOException {
        byte[] answer =
                admin.search("ocsf-*", ("{\"size\":100,\"query\":" + query + "}").getBytes(StandardCharsets.UTF_8));
        Map<String, Object> hits =
                JsonTree.objectOrNull(JsonTree.parseObject(answer).get("hits"));
        List<Object> list = hits == null ? null : JsonTree.arrayOrNull(hits.get("hits"));
        List<Object> documents = new ArrayList<>();
        for (Object hit : list == null ? List.of() : list) {
            Map<String, Object> members = JsonTree.objectOrNull(hit);
            documents.add(members == null ? JsonTree.NULL : members.getOrDefault("_source", JsonTree.NULL));
        }
        return documents;
    }

    private long count(String query) {
        return admin.count("ocsf-*", ("{\"query\":" + query + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static List<EventOutcome> write(List<String> documents) throws Exception {
        EventBatch batch = new EventBatch(64 << 20, 1_000);
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", "sample"), "tag"));
        for (int row = 0; row < documents.size(); row++) {
            byte[] json = documents.get(row).getBytes(StandardCharsets.UTF_8);
            append(batch, json, row);
        }
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(LocalOpenSearch.shared().uri())
                .repair(false)
                .build()) {
            return sink.write(batch);
        }
    }

    private static void append(EventBatch batch, byte[] json, long row) throws IOException {
        String version = null;
        Long classUid = null;
        long time = EventBatch.NO_TIME;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isScalarValue()) {
                    continue;
                }
                switch (parser.getParsingContext().pathAsPointer().toString()) {
                    case "/metadata/version" -> version = parser.getText();
                    case "/class_uid" -> classUid = parser.getLongValue();
                    case "/time" -> time = token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : time;
                    default -> {}
                }
            }
        }
        batch.append(json, row, new EventClass(version, classUid), time);
    }
}
