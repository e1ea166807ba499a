package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.opensearch.ScriptedServer.Received;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventOutcome.Rejected;

/** Where documents go and what is asked for them. */
class BulkStrategiesTest {

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private OpenSearchSink.Builder sink() {
        return OpenSearchSink.builder().endpoint(server.uri());
    }

    private Received written(OpenSearchSink.Builder builder) throws InterruptedException {
        try (OpenSearchSink sink = builder.build()) {
            assertThat(sink.write(Batches.of("{}"))).containsExactly(INDEXED);
        }
        return server.received().get(server.received().size() - 1);
    }

    @Test
    void namesIndexAliasAndDataStreamInThePath() throws Exception {
        assertThat(written(sink().indexNaming(IndexNaming.fixed("i"))).uri().getPath())
                .isEqualTo("/i/_bulk");
        assertThat(written(sink().indexNaming(IndexNaming.alias("a"))).uri().getPath())
                .isEqualTo("/a/_bulk");
        assertThat(written(sink().indexNaming(IndexNaming.dataStream("d")))
                        .uri()
                        .getPath())
                .isEqualTo("/d/_bulk");
        assertThat(written(sink().indexNaming(IndexNaming.monthly())).uri().getPath())
                .endsWith("-2026.11/_bulk");
        assertThat(written(sink().indexNaming(IndexNaming.yearly())).uri().getPath())
                .endsWith("-2026/_bulk");
    }

    @Test
    void asksForAnIndexOperationWithRoutingPipelineAndAlias() throws Exception {
        Received request = written(sink().operationType(OperationType.INDEX)
                .routing(Routing.OBJECT)
                .ingestPipeline("a b&c")
                .requireAlias(true)
                .indexNaming(IndexNaming.alias("a")));
        assertThat(request.lines().get(0))
                .isEqualTo("{\"index\":{\"_id\":\"" + Batches.id(0) + "\",\"routing\":\""
                        + Batches.OBJECT.documentIdPrefix() + "\"}}");
        assertThat(request.uri().getQuery()).contains("pipeline=a b&c").contains("require_alias=true");
    }

    @Test
    void refusesWhatOpenSearchWouldRefuse() {
        assertThatThrownBy(() -> sink().indexNaming(IndexNaming.dataStream("d"))
                        .operationType(OperationType.INDEX)
                        .build())
                .hasMessageContaining("a data stream takes no operation of type INDEX");
        assertThatThrownBy(() -> sink().indexNaming(IndexNaming.dataStream("d"))
                        .requireAlias(true)
                        .build())
                .hasMessageContaining("a data stream is not an alias");
        assertThatThrownBy(() -> IndexNaming.alias("A b")).hasMessageContaining("not an index name; \"A b\"");
    }

    @Test
    void strictRefusesEveryWeakness() {
        List<OpenSearchSink.Builder> weak = List.of(
                sink().indexNaming(IndexNaming.alias("a")),
                sink().indexNaming(IndexNaming.dataStream("d")),
                sink().operationType(OperationType.INDEX),
                sink().ingestPipeline("p"));
        for (OpenSearchSink.Builder builder : weak) {
            builder.build().close();
            assertThatThrownBy(() -> builder.strict(true).build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("weaker than strict allows");
        }
        sink().strict(true)
                .routing(Routing.OBJECT)
                .indexNaming(IndexNaming.fixed("i"))
                .build()
                .close();
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentIds.class,
            names = {"CONTENT_HASH", "SERVER_ASSIGNED"})
    void strictRefusesIdsThatAreNotOfObjectAndRow(DocumentIds ids) {
        assertThatThrownBy(() -> sink().documentIds(ids).strict(true).build()).hasMessageContaining("drop strict");
    }

    @Test
    void sendsDeadLettersAgainAsTheyWereWritten() throws Exception {
        String document = "{ \"a\" : 1.0 }";
        try (OpenSearchSink sink = sink().build()) {
            List<DeadLetter> letters = List.of(
                    letter("ocsf-x", "an \"id\"\n", document),
                    letter("ocsf-y", "id-2", document),
                    letter("ocsf-x", "id-3", "not json\n"),
                    letter("../_cluster", "id-4", document));
            assertThat(sink.redrive(letters))
                    .satisfiesExactly(
                            o -> assertThat(o).isEqualTo(INDEXED),
                            o -> assertThat(o).isEqualTo(INDEXED),
                            o -> assertThat(o).isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.errorType())
                                    .isEqualTo("line_feed_in_document")),
                            o -> assertThat(o).isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.errorType())
                                    .isEqualTo("no_index")));
            assertThat(sink.redrive(letters.subList(1, 2))).containsExactly(ALREADY_PRESENT);
            assertThat(sink.redrive(List.<DeadLetter>of())).isEqualTo(List.<EventOutcome>of());
        }
        assertThat(server.received().get(0).lines())
                .contains("{\"create\":{\"_id\":\"an \\\"id\\\"\\n\"}}", document)
                .contains("{\"create\":{\"_index\":\"ocsf-y\",\"_id\":\"id-2\"}}");
    }

    private static DeadLetter letter(String index, String id, String document) {
        return new DeadLetter(
                new ObjectLocation("lake", "k"),
                "e",
                1L,
                400,
                "mapper_parsing_exception",
                "no",
                index,
                id,
                document.getBytes(StandardCharsets.UTF_8),
                1,
                Instant.EPOCH);
    }
}
