package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.opensearch.ScriptedServer.Items.CREATED;
import static org.ocsf4j.opensearch.ScriptedServer.Items.answer;
import static org.ocsf4j.opensearch.ScriptedServer.Items.error;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.opensearch.ScriptedServer.Received;
import org.ocsf4j.opensearch.ScriptedServer.Reply;
import org.ocsf4j.opensearch.metrics.OpenSearchMeters;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventOutcome.Rejected;

/** The outcome table, row by row, against a server that does as it is told. */
class OpenSearchSinkTest {

    private final ScriptedServer server = new ScriptedServer();
    private final RecordedTiming timing = new RecordedTiming();
    private final OpenSearchSink sink = sink().build();

    private OpenSearchSink.Builder sink() {
        return OpenSearchSink.builder().endpoint(server.uri()).timing(timing).compressionThresholdBytes(0);
    }

    @AfterEach
    void stop() {
        sink.close();
        server.close();
    }

    private List<EventOutcome> write(EventBatch batch) throws InterruptedException {
        return sink.write(batch);
    }

    // ---- done

    @Test
    void createsEachDocumentUnderItsObjectsAndRowsId() throws Exception {
        assertThat(write(Batches.of("{\"a\":1}", "{\"b\":2}"))).containsExactly(INDEXED, INDEXED);

        Received request = server.received().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri().getPath()).isEqualTo("/" + Batches.INDEX + "/_bulk");
        assertThat(request.uri().getQuery()).isEqualTo("filter_path=errors,took,items.*.status,items.*.error");
        assertThat(request.headers()).containsEntry("content-type", "application/x-ndjson");
        assertThat(request.headers()).containsEntry("content-encoding", "gzip");
        assertThat(request.body())
                .isEqualTo("{\"create\":{\"_id\":\"" + Batches.id(0) + "\"}}\n{\"a\":1}\n{\"create\":{\"_id\":\""
                        + Batches.id(1) + "\"}}\n{\"b\":2}\n");
    }

    @Test
    void aRefusalOfOursNamesTheIndexAndIdThatTheDocumentWouldHaveHad() {
        Rejected ours = new Rejected(0, "validation_failed", "no", null, null);

        assertThat(sink.addressed(Batches.numbered(3), 2, ours))
                .isEqualTo(new Rejected(0, "validation_failed", "no", Batches.INDEX, Batches.id(2)));
    }

    @Test
    void sendsNothingForAnEmptyBatch() throws Exception {
        assertThat(write(Batches.empty())).isEmpty();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void findsDocumentsAlreadyPresentOnTheSecondWrite() throws Exception {
        write(Batches.numbered(3));
        assertThat(write(Batches.numbered(4)))
                .containsExactly(ALREADY_PRESENT, ALREADY_PRESENT, ALREADY_PRESENT, INDEXED);
        assertThat(server.stored()).hasSize(4);
    }

    @Test
    void aConflictOfAnotherKindIsNotTakenForAlreadyPresent() throws Exception {
        server.then(200, answer(error(409, "some_other_conflict", "no")));
        assertThat(write(Batches.numbered(1)))
                .containsExactly(new Rejected(409, "some_other_conflict", "no", Batches.INDEX, Batches.id(0)));
    }

    // ---- retry item

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void sendsOnlyTheBusyItemsAgain(int status) throws Exception {
        server.then(200, answer(CREATED, error(status, "rejected_execution_exception", "queue full"), CREATED));

        assertThat(write(Batches.numbered(3))).containsExactly(INDEXED, INDEXED, INDEXED);
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(1).body()).contains(Batches.id(1)).doesNotContain(Batches.id(0));
        assertThat(server.received().get(1).documents()).isEqualTo(1);
        assertThat(timing.sleeps()).containsExactly(Duration.ofMillis(50));
    }

    @Test
    void keepsOutcomesByPositionWhenItemsComeBackLater() throws Exception {
        server.then(
                200,
                answer(
                        error(429, "rejected_execution_exception", "queue full"),
                        error(400, "mapper_parsing_exception", "failed to parse"),
                        error(409, "version_conflict_engine_exception", "exists"),
                        error(503, "unavailable_shards_exception", "primary")));

        assertThat(write(Batches.numbered(4)))
                .containsExactly(
                        INDEXED,
                        new Rejected(400, "mapper_parsing_exception", "failed to parse", Batches.INDEX, Batches.id(1)),
                        ALREADY_PRESENT,
                        INDEXED);
    }

    @Test
    void givesUpWhenTheBudgetIsUsedUp() {
        for (int i = 0; i < 100; i++) {
            server.then(200, answer(error(429, "rejected_execution_exception", "queue full")));
        }
        assertThatThrownBy(() -> write(Batches.numbered(1)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(server.uri().toString())
                .hasMessageContaining("within PT2M; 1 of 1 events open")
                .hasMessageContaining("rejected_execution_exception");
        Duration slept = timing.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(slept).isBetween(Duration.ofSeconds(100), OpenSearchSink.DEFAULT_RETRY_BUDGET);
    }

    @Test
    void triesOnceWhereThereIsNoBudget() {
        try (OpenSearchSink impatient = sink().retryBudget(Duration.ZERO).build()) {
            server.then(503, "");
            assertThatThrownBy(() -> impatient.write(Batches.numbered(1))).isInstanceOf(UnavailableException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void sendsFewerRequestsAtATimeWhileBusyAndMoreAgainAfter() throws Exception {
        assertThat(sink.concurrencyLimit()).isEqualTo(4);
        server.then(200, answer(error(429, "rejected_execution_exception", "queue full")));
        server.then(429, "");
        server.then(200, answer(error(429, "rejected_execution_exception", "queue full")));
        write(Batches.numbered(1));
        assertThat(sink.concurrencyLimit())
                .as("down to 1, and up by 1 after the good answer")
                .isEqualTo(2);
        for (int i = 0; i < 20; i++) {
            write(Batches.numbered(1));
        }
        assertThat(sink.concurrencyLimit()).isEqualTo(4);
    }

    @Test
    void tellsHowOftenItHasSentAndHadToSendAgain() throws Exception {
        server.then(200, answer(error(429, "rejected_execution_exception", "queue full")));
        server.then(503, "");
        write(Batches.numbered(1));
        assertThat(sink.activity().requests()).isEqualTo(3);
        assertThat(sink.activity().retries()).isEqualTo(2);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OpenSearchMeters(sink).bindTo(registry);
        assertThat(registry.get("ocsf.opensearch.requests").functionCounter().count())
                .isEqualTo(3);
        assertThat(registry.get("ocsf.opensearch.retries").functionCounter().count())
                .isEqualTo(2);
        assertThat(registry.get("ocsf.opensearch.concurrency").gauge().value()).isEqualTo(sink.concurrencyLimit());
        assertThat(registry.get("ocsf.opensearch.bulk").gauge().value()).isEqualTo(sink.currentBulkBytes());
    }

    // ---- blocked

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504, 500, 408})
    void sendsAWholeRequestAgainThatMetABusyServer(int status) throws Exception {
        server.then(status, "{\"error\":{\"type\":\"some_exception\",\"reason\":\"busy\"}}");
        server.then(status, "<html>busy</html>");

        assertThat(write(Batches.numbered(2))).containsExactly(INDEXED, INDEXED);
        assertThat(server.received()).extracting(Received::documents).containsExactly(2, 2, 2);
        assertThat(timing.sleeps()).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void waitsOutAClusterBlockOfItemsWhateverItsStatus(int status) throws Exception {
        server.then(200, answer(error(status, "cluster_block_exception", "flood-stage watermark"), CREATED));
        assertThat(write(Batches.numbered(2))).containsExactly(INDEXED, INDEXED);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 503})
    void waitsOutAClusterBlockOfTheWholeRequestWhateverItsStatus(int status) throws Exception {
        server.then(status, "{\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"blocked\"},\"status\":403}");
        assertThat(write(Batches.numbered(2))).containsExactly(INDEXED, INDEXED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void waitsAsLongAsTheServerAsksFor(int status) throws Exception {
        server.then(request -> new Reply(status, "", Map.of("Retry-After", "7")));
        assertThat(write(Batches.numbered(1))).containsExactly(INDEXED);
        assertThat(timing.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void waitsAsLongAsTheServerAsksForWithBusyItems() throws Exception {
        server.then(request ->
                new Reply(200, answer(error(429, "rejected_execution_exception", "full")), Map.of("Retry-After", "3")));
        write(Batches.numbered(1));
        assertThat(timing.sleeps()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void givesUpAtOnceWhenAskedToWaitBeyondTheBudget() {
        server.then(request -> new Reply(429, "", Map.of("Retry-After", "3600")));
        assertThatThrownBy(() -> write(Batches.numbered(1)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("HTTP 429");
        assertThat(timing.sleeps()).isEmpty();
    }

    @Test
    void keepsTryingWhereTheConnectionIsRefused() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (OpenSearchSink lonely =
                OpenSearchSink.builder().endpoint(nobody).timing(timing).build()) {
            assertThatThrownBy(() -> lonely.write(Batches.numbered(1)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(nobody.toString())
                    .hasMessageContaining("HttpHostConnectException");
        }
        assertThat(timing.sleeps()).hasSizeGreaterThan(8);
    }

    // ---- configuration

    @ParameterizedTest
    @CsvSource({
        "401, security_exception, user and password",
        "403, security_exception, role mapping",
        "404, index_not_found_exception, created automatically",
        "400, invalid_index_name_exception, index naming",
        "400, validation_exception, max_shards_per_node",
        "400, index_closed_exception, open the index"
    })
    void anItemThatNoDocumentIsToBlameForIsAConfigurationError(int status, String type, String advice) {
        server.then(200, answer(CREATED, error(status, type, "because"), CREATED));
        assertThatThrownBy(() -> write(Batches.numbered(3)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HTTP " + status + " " + type + ": because")
                .hasMessageContaining(Batches.INDEX)
                .hasMessageContaining(advice);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, explicit index in bulk is not allowed",
        "401, user and password",
        "403, role mapping",
        "404, endpoint's path",
        "405, the endpoint",
        "302, the endpoint"
    })
    void aRequestThatIsRefusedAsAWholeIsAConfigurationError(int status, String text) {
        server.then(status, "{\"error\":{\"type\":\"x\",\"reason\":\"explicit index in bulk is not allowed\"}}");
        assertThatThrownBy(() -> write(Batches.numbered(3)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining(text);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aSignatureThatIsRefusedIsAConfigurationError() {
        server.then(403, "{\"message\":\"The request signature we calculated does not match\"}");
        assertThatThrownBy(() -> write(Batches.numbered(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("signature we calculated")
                .hasMessageContaining("region and service name");
    }

    @Test
    void anErrorsTextCannotForgeALogLine() {
        server.then(403, "{\"message\":\"a\\n2026-01-01 ERROR forged\"}");
        assertThatThrownBy(() -> write(Batches.numbered(1)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    // ---- document

    @Test
    void aRefusedDocumentIsRejectedWithItsCauses() throws Exception {
        server.then(
                200,
                answer(
                        CREATED,
                        "{\"create\":{\"status\":400,\"error\":{\"type\":\"mapper_parsing_exception\","
                                + "\"reason\":\"failed to parse field [time]\",\"caused_by\":{\"type\":\"illegal_argument_exception\","
                                + "\"reason\":\"failed to parse date\",\"caused_by\":{\"type\":\"date_time_parse_exception\",\"reason\":null}}}}}"));
        assertThat(write(Batches.numbered(2)))
                .containsExactly(
                        INDEXED,
                        new Rejected(
                                400,
                                "mapper_parsing_exception",
                                "failed to parse field [time]; caused by illegal_argument_exception: failed to parse date;"
                                        + " caused by date_time_parse_exception",
                                Batches.INDEX,
                                Batches.id(1)));
    }

    @Test
    void aLongReasonIsCut() throws Exception {
        server.then(200, answer(error(400, "mapper_parsing_exception", "x".repeat(100_000))));
        assertThat(write(Batches.numbered(1))).singleElement().satisfies(o -> assertThat(((Rejected) o).reason())
                .hasSize(ErrorDetail.MAX_REASON_CHARS));
    }

    @Test
    void aDocumentWithARawLineFeedIsNotSent() throws Exception {
        assertThat(write(Batches.of("{\"a\":1}", "{}\n{\"delete\":{\"_index\":\"x\",\"_id\":\"1\"}}", "{\"b\":2}")))
                .satisfiesExactly(
                        o -> assertThat(o).isEqualTo(INDEXED),
                        o -> assertThat(((Rejected) o).errorType()).isEqualTo("line_feed_in_document"),
                        o -> assertThat(o).isEqualTo(INDEXED));
        assertThat(server.received().get(0).documents()).isEqualTo(2);
        assertThat(server.received().get(0).body()).doesNotContain("delete");
    }

    @Test
    void aDocumentLargerThanAnyRequestIsNotSent() throws Exception {
        String large = "{\"a\":\"" + "x".repeat(OpenSearchSink.MAX_BULK_BYTES) + "\"}";
        assertThat(write(Batches.of(large, "{}")))
                .satisfiesExactly(
                        o -> assertThat(o).isInstanceOfSatisfying(Rejected.class, r -> {
                            assertThat(r.status()).isZero();
                            assertThat(r.errorType()).isEqualTo("document_too_large");
                        }),
                        o -> assertThat(o).isEqualTo(INDEXED));
    }

    // ---- unknown

    @Test
    void sendsTheSameOperationsAgainWhenTheAnswerWasLost() throws Exception {
        server.then(request -> {
            server.store(request);
            return null;
        });
        assertThat(write(Batches.numbered(3))).containsExactly(ALREADY_PRESENT, ALREADY_PRESENT, ALREADY_PRESENT);
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(1).body())
                .isEqualTo(server.received().get(0).body());
    }

    @Test
    void sendsTheSameOperationsAgainAfterATimeout() throws Exception {
        server.then(request -> {
            Thread.sleep(2_000);
            return server.store(request);
        });
        try (OpenSearchSink hasty =
                sink().requestTimeout(Duration.ofMillis(300)).build()) {
            assertThat(hasty.write(Batches.numbered(2))).hasSize(2);
        }
        assertThat(server.stored()).hasSize(2);
        assertThat(server.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "[]",
                "{\"took\":1,\"errors\":false}",
                "{\"items\":[]}",
                "{\"items\":{\"a\":[1]}}",
                "{\"items\":[1,2]}",
                "{\"items\":[{\"create\":{}},{\"create\":null}]}",
                "{\"items\":[{\"create\":{\"status\":\"201\"}},{\"create\":{\"status\":99999999999}}]}",
                "{\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"status\":201}},{\"create\":{\"status\":201}}]}",
            })
    void anAnswerThatDoesNotSayWhatBecameOfTheItemsIsAskedForAgain(String body) throws Exception {
        server.then(request -> {
            server.store(request);
            return Reply.of(200, body);
        });
        assertThat(write(Batches.numbered(2))).containsExactly(ALREADY_PRESENT, ALREADY_PRESENT);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void takesTheWholeItemsOfATruncatedAnswer() throws Exception {
        String whole = answer(CREATED, CREATED, CREATED);
        server.then(200, whole.substring(0, whole.indexOf("201") + 30));
        assertThat(write(Batches.numbered(3))).containsExactly(INDEXED, INDEXED, INDEXED);
        assertThat(server.received().get(1).body())
                .doesNotContain(Batches.id(0))
                .contains(Batches.id(1), Batches.id(2));
    }

    // ---- too large

    @Test
    void halvesARequestThatIsTooLargeAndRemembersIt() throws Exception {
        int limit = 400 << 10;
        String document = "{\"a\":\"" + "x".repeat(100_000) + "\"}";
        String[] documents = new String[20];
        Arrays.fill(documents, document);
        for (int i = 0; i < 40; i++) {
            server.then(request -> request.body().length() > limit ? Reply.of(413, "") : server.store(request));
        }
        assertThat(write(Batches.of(documents))).hasSize(20).containsOnly(INDEXED);
        assertThat(sink.currentBulkBytes()).isLessThanOrEqualTo(limit).isGreaterThan(limit / 4);
        assertThat(timing.sleeps()).isEmpty();

        int before = server.received().size();
        write(Batches.of(documents));
        assertThat(server.received().subList(before, server.received().size()))
                .allSatisfy(r -> assertThat(r.body().length()).isLessThanOrEqualTo(limit));
    }

    @Test
    void rejectsASingleDocumentThatIsTooLarge() throws Exception {
        for (int i = 0; i < 40; i++) {
            server.then(request -> request.body().length() > 1_000 ? Reply.of(413, "") : server.store(request));
        }
        assertThat(write(Batches.of("{}", "{\"a\":\"" + "x".repeat(2_000) + "\"}", "{}")))
                .satisfiesExactly(
                        o -> assertThat(o).isEqualTo(INDEXED),
                        o -> assertThat(((Rejected) o).status()).isEqualTo(413),
                        o -> assertThat(o).isEqualTo(INDEXED));
        assertThat(sink.currentBulkBytes()).isEqualTo(BulkSize.FLOOR_BYTES);
    }

    // ---- the rest of the contract

    @Test
    void closesItsOwnConnectionsAndRefusesToWriteAfter() {
        sink.close();
        sink.close();
        assertThatThrownBy(() -> write(Batches.numbered(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the sink is closed");
    }

    @Test
    void sendsUserAndPassword() throws Exception {
        try (OpenSearchSink named = sink().basicAuth("writer", "päss").build()) {
            named.write(Batches.numbered(1));
        }
        assertThat(server.received().get(0).headers()).containsEntry("authorization", "Basic d3JpdGVyOnDDpHNz");
    }

    @Test
    void keepsAPathInFrontOfTheIndex() throws Exception {
        server.then(200, answer(CREATED));
        try (OpenSearchSink behindProxy = OpenSearchSink.builder()
                .endpoint(server.uri().resolve("/search/"))
                .compression(false)
                .build()) {
            behindProxy.write(Batches.numbered(1));
        }
        Received request = server.received().get(0);
        assertThat(request.uri().getPath()).isEqualTo("/search/" + Batches.INDEX + "/_bulk");
        assertThat(request.headers()).doesNotContainKey("content-encoding");
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        server.then(request -> {
            Thread.sleep(5_000);
            return null;
        });
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> write(Batches.numbered(1))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void refusesOptionsThatContradictEachOther() {
        assertThatThrownBy(() -> OpenSearchSink.builder().build()).hasMessageContaining("neither was passed");
        assertThatThrownBy(() -> sink().bulkBytes(10 << 20))
                .hasMessageContaining("bulkBytes is outside 1..9437184; 10485760");
        assertThatThrownBy(() -> sink().maxConcurrentRequests(0)).hasMessageContaining("below 1; 0");
        assertThatThrownBy(() -> sink().retryBudget(Duration.ofSeconds(-1))).hasMessageContaining("negative; PT-1S");
        assertThatThrownBy(() -> sink().endpoint(URI.create("ftp://x"))).hasMessageContaining("ftp://x");
        assertThatThrownBy(() -> sink().endpoint(URI.create("http://u:secret@x")))
                .hasMessageContaining("basicAuth")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
