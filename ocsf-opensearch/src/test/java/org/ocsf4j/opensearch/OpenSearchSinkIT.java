package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.sink.EventOutcome.Rejected;
import org.ocsf4j.testkit.server.LocalOpenSearch;

/** The sink and the admin client against a real node: its statuses and error types are what the outcome table expects. */
class OpenSearchSinkIT {

    private static final OpenSearchAdmin ADMIN =
            OpenSearchAdmin.builder().endpoint(LocalOpenSearch.shared().uri()).build();

    @BeforeAll
    static void start() {
        assertThat(ADMIN.info().distribution()).isEqualTo("opensearch");
    }

    @AfterAll
    static void stop() {
        ADMIN.close();
    }

    @AfterEach
    void removeIndices() {
        for (String pattern : new String[] {"ocsf-*", "it-*"}) {
            for (IndexSummary index : ADMIN.indices(pattern)) {
                ADMIN.deleteIndex(index.name());
            }
        }
        ADMIN.deleteIndexTemplate("it");
    }

    private static OpenSearchSink.Builder sink() {
        return OpenSearchSink.builder().endpoint(LocalOpenSearch.shared().uri());
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void storesEachEventOnceInTheIndexOfItsClassAndDay() throws Exception {
        EventBatch batch = Batches.numbered(5_000);
        for (int row = 5_000; row < 5_100; row++) {
            batch.append(json("{\"n\":" + row + "}"), row, new EventClass("1.0.0-rc.2", 4001L), EventBatch.NO_TIME);
        }
        try (OpenSearchSink sink = sink().bulkBytes(100_000).build()) {
            assertThat(sink.write(batch)).hasSize(5_100).containsOnly(INDEXED);
            assertThat(sink.write(batch)).hasSize(5_100).containsOnly(ALREADY_PRESENT);
        }
        ADMIN.refresh("ocsf-*");
        assertThat(ADMIN.count("ocsf-*")).isEqualTo(5_100);
        assertThat(ADMIN.indices("ocsf-*"))
                .extracting(IndexSummary::name, IndexSummary::documents)
                .containsExactly(
                        tuple("ocsf-1.0.0-rc.2-4001-network_activity-undated", 100L), tuple(Batches.INDEX, 5_000L));
        assertThat(ADMIN.count("ocsf-*", json("{\"query\":{\"range\":{\"n\":{\"lt\":10}}}}")))
                .isEqualTo(10);
        assertThat(ADMIN.count("ocsf-nothing-*")).isZero();
        assertThat(ADMIN.indexExists(Batches.INDEX)).isTrue();
    }

    @Test
    void keepsADocumentAsItIs() throws Exception {
        String document = "{ \"big\" : 18446744073709551615, \"text\":\"é 漢字 🙂 }\\n{\\\"delete\\\":{}}\", \"d\":1.0 }";
        template("{}", "{\"dynamic\":false}");
        try (OpenSearchSink sink =
                sink().indexNaming(IndexNaming.fixed("it-bytes")).build()) {
            assertThat(sink.write(Batches.of(document))).containsExactly(INDEXED);
        }
        ADMIN.refresh("it-*");
        assertThat(new String(ADMIN.search("it-*", json("{\"query\":{\"match_all\":{}}}")), StandardCharsets.UTF_8))
                .contains("\"_id\":\"" + Batches.id(0) + "\"")
                .contains("\"_source\":" + document);
    }

    @Test
    void rejectsADocumentThatTheMappingRefusesAndKeepsItsNeighbours() throws Exception {
        template("{}", "{\"properties\":{\"n\":{\"type\":\"integer\"},\"t\":{\"type\":\"date\"}}}");
        try (OpenSearchSink sink = sink().repair(false)
                .indexNaming(IndexNaming.fixed("it-refusal"))
                .build()) {
            assertThat(sink.write(
                            Batches.of("{\"n\":1}", "{\"n\":\"x\"}", "{\"t\":\"soon\"}", "not json", "{\"n\":2}")))
                    .satisfiesExactly(
                            o -> assertThat(o).isEqualTo(INDEXED),
                            o -> assertThat(o).isInstanceOfSatisfying(Rejected.class, r -> {
                                assertThat(r.status()).isEqualTo(400);
                                assertThat(r.errorType()).isEqualTo("mapper_parsing_exception");
                                assertThat(r.reason()).contains("[n]").contains("caused by number_format_exception");
                                assertThat(r.index()).isEqualTo("it-refusal");
                                assertThat(r.id()).isEqualTo(Batches.id(1));
                            }),
                            o -> assertThat(o).isInstanceOf(Rejected.class),
                            o -> assertThat(o).isInstanceOf(Rejected.class),
                            o -> assertThat(o).isEqualTo(INDEXED));
        }
        ADMIN.refresh("it-*");
        assertThat(ADMIN.count("it-*")).isEqualTo(2);
    }

    @Test
    void storesARefusedDocumentWithTheFieldMovedAside() throws Exception {
        template(
                "{}",
                "{\"properties\":{\"n\":{\"type\":\"integer\"},\"t\":{\"type\":\"date\"},\"o\":{\"properties\":{\"p\":"
                        + "{\"type\":\"keyword\"}}},\"k\":{\"type\":\"keyword\"},\"s\":{\"dynamic\":\"strict\","
                        + "\"properties\":{}}}}");
        try (OpenSearchSink sink =
                sink().indexNaming(IndexNaming.fixed("it-repair")).build()) {
            assertThat(sink.write(Batches.of(
                            "{\"n\":\"x\",\"keep\":1}",
                            "{\"t\":\"soon\",\"keep\":1}",
                            "{\"o\":5,\"keep\":1}",
                            "{\"keep\":1,\"o\":{\"p\":{\"q\":1}}}",
                            "{\"k\":\"" + "x".repeat(32_800) + "\",\"keep\":1}",
                            "{\"s\":{\"new\":1},\"keep\":1}",
                            "{\"n\":\"x\",\"t\":\"two causes\"}")))
                    .satisfies(outcomes -> {
                        assertThat(outcomes.subList(0, 6)).allMatch(INDEXED::equals);
                        assertThat(outcomes.get(6)).as("repaired once only").isInstanceOf(Rejected.class);
                    });
            assertThat(sink.repairedDocuments()).isEqualTo(6);
        }
        ADMIN.refresh("it-*");
        assertThat(ADMIN.count("it-*", json("{\"query\":{\"exists\":{\"field\":\"ocsf_rejected\"}}}")))
                .isEqualTo(6);
    }

    @Test
    void learnsTheSizeThatANodeTakes() throws Exception {
        try (LocalOpenSearch small = LocalOpenSearch.builder()
                        .heapMegabytes(256)
                        .setting("http.max_content_length", "200kb")
                        .start();
                OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(small.uri())
                        .compression(false)
                        .retryBudget(Duration.ofSeconds(30))
                        .build()) {
            String[] documents = new String[40];
            Arrays.fill(documents, "{\"text\":\"" + "x ".repeat(15_000) + "\"}");
            assertThat(sink.write(Batches.of(documents))).hasSize(40).containsOnly(INDEXED);
            assertThat(sink.currentBulkBytes()).isLessThanOrEqualTo(200 << 10);
        }
    }

    @Test
    void sendsLessWhileANodeHasTooMuchInHand() throws Exception {
        try (LocalOpenSearch busy = LocalOpenSearch.builder()
                        .heapMegabytes(256)
                        .setting("indexing_pressure.memory.limit", "500kb")
                        .start();
                OpenSearchSink sink =
                        OpenSearchSink.builder().endpoint(busy.uri()).build()) {
            String[] documents = new String[60];
            Arrays.fill(documents, "{\"text\":\"" + "x ".repeat(20_000) + "\"}");
            assertThat(sink.write(Batches.of(documents))).hasSize(60).containsOnly(INDEXED);
            assertThat(sink.currentBulkBytes()).isLessThan(OpenSearchSink.DEFAULT_BULK_BYTES);
        }
    }

    @Test
    void writesIntoADataStreamAndThroughAnAlias() throws Exception {
        assertThat(ADMIN.putIndexTemplate(
                        "it-stream",
                        json("{\"index_patterns\":[\"it-stream\"],\"priority\":2,"
                                + "\"data_stream\":{\"timestamp_field\":{\"name\":\"time\"}}}")))
                .isTrue();
        assertThat(ADMIN.putIndexTemplate(
                        "it", json("{\"index_patterns\":[\"it-real\"],\"template\":{\"aliases\":{\"it-alias\":{}}}}")))
                .isTrue();
        try (OpenSearchSink stream =
                        sink().indexNaming(IndexNaming.dataStream("it-stream")).build();
                OpenSearchSink index =
                        sink().indexNaming(IndexNaming.fixed("it-real")).build();
                OpenSearchSink alias = sink().indexNaming(IndexNaming.alias("it-alias"))
                        .requireAlias(true)
                        .build();
                OpenSearchSink notAnAlias = sink().indexNaming(IndexNaming.fixed("it-real"))
                        .requireAlias(true)
                        .build()) {
            assertThat(stream.write(Batches.of("{\"time\":1}"))).containsExactly(INDEXED);
            assertThat(stream.write(Batches.of("{\"time\":1}"))).containsExactly(ALREADY_PRESENT);
            assertThat(index.write(Batches.of("{}"))).containsExactly(INDEXED);
            assertThat(alias.write(Batches.of("{}"))).containsExactly(ALREADY_PRESENT);
            assertThatThrownBy(() -> notAnAlias.write(Batches.of("{}"))).isInstanceOf(ConfigurationException.class);
        } finally {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            LocalOpenSearch.shared().uri().resolve("/_data_stream/it-stream"))
                                    .DELETE()
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            ADMIN.deleteIndexTemplate("it-stream");
        }
    }

    @Test
    void waitsForABlockedIndexAndThenGivesUpWithoutRejectingAnything() {
        template("{\"index.blocks.write\":true}", "{}");
        try (OpenSearchSink sink = sink().indexNaming(IndexNaming.fixed("it-blocked"))
                .retryBudget(Duration.ofSeconds(1))
                .build()) {
            assertThatThrownBy(() -> sink.write(Batches.numbered(2)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("2 of 2 events open")
                    .hasMessageContaining("cluster_block_exception");
        }
    }

    @Test
    void tooManyShardsAreAConfigurationError() {
        try (LocalOpenSearch full = LocalOpenSearch.builder()
                        .heapMegabytes(256)
                        .setting("cluster.max_shards_per_node", "1")
                        .start();
                OpenSearchSink sink =
                        OpenSearchSink.builder().endpoint(full.uri()).build()) {
            assertThatThrownBy(() -> sink.write(Batches.numbered(2)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("validation_exception")
                    .hasMessageContaining("cluster.max_shards_per_node");
        }
    }

    private static void template(String settings, String mappings) {
        assertThat(ADMIN.putIndexTemplate(
                        "it",
                        json("{\"index_patterns\":[\"it-*\"],\"priority\":1,\"template\":{\"settings\":" + settings
                                + ",\"mappings\":" + mappings + "}}")))
                .isTrue();
        assertThat(ADMIN.indexTemplateExists("it")).isTrue();
    }
}
