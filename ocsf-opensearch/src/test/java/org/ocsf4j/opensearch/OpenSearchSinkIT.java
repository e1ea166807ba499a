package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
        try (OpenSearchSink sink =
                sink().indexNaming(IndexNaming.fixed("it-refusal")).build()) {
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
