package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.opensearch.ScriptedServer.Items.CREATED;
import static org.ocsf4j.opensearch.ScriptedServer.Items.answer;
import static org.ocsf4j.opensearch.ScriptedServer.Items.error;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.opensearch.ScriptedServer.Received;
import org.ocsf4j.opensearch.ScriptedServer.Reply;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventOutcome.Rejected;

/** What the outcome table says beyond single answers: repairs, stubborn documents, the shared circuit, sizes that follow. */
class OutcomeTableTest {

    private static final String MAPPING =
            error(400, "mapper_parsing_exception", "failed to parse field [n] of type [integer]");
    private static final String BROKEN = error(500, "null_pointer_exception", "defect");

    private final ScriptedServer server = new ScriptedServer();
    private final RecordedTiming timing = new RecordedTiming();
    private final OpenSearchSink sink = sink().build();

    private OpenSearchSink.Builder sink() {
        return OpenSearchSink.builder().endpoint(server.uri()).timing(timing);
    }

    @AfterEach
    void stop() {
        sink.close();
        server.close();
    }

    // ---- document: repaired once

    @Test
    void sendsARefusedDocumentAgainWithTheFieldMovedAside() throws Exception {
        server.then(200, answer(CREATED, MAPPING));
        assertThat(sink.write(Batches.of("{\"n\":1}", "{\"n\":\"x\",\"m\":2}"))).containsExactly(INDEXED, INDEXED);
        assertThat(server.stored().values()).containsExactly("{\"m\":2,\"ocsf_rejected\":\"{\\\"n\\\":\\\"x\\\"}\"}");
        assertThat(server.stored()).containsKey(Batches.INDEX + "/" + Batches.id(1));
        assertThat(sink.repairedDocuments()).isEqualTo(1);
        assertThat(timing.sleeps()).as("a repair is no reason to wait").isEmpty();
    }

    @Test
    void repairsADocumentOnceAndRejectsItWithTheFirstCause() throws Exception {
        server.then(200, answer(MAPPING));
        server.then(200, answer(error(400, "strict_dynamic_mapping_exception", "of [ocsf_rejected] within [_doc]")));
        assertThat(sink.write(Batches.of("{\"n\":\"x\"}")))
                .containsExactly(new Rejected(
                        400,
                        "mapper_parsing_exception",
                        "failed to parse field [n] of type [integer]",
                        Batches.INDEX,
                        Batches.id(0)));
        assertThat(server.received()).hasSize(2);
        assertThat(sink.repairedDocuments()).isZero();
    }

    @Test
    void aRepairedDocumentThatWasThereBeforeIsAlreadyPresent() throws Exception {
        server.then(200, answer(MAPPING));
        server.then(200, answer(ScriptedServer.Items.PRESENT));
        assertThat(sink.write(Batches.of("{\"n\":\"x\"}"))).containsExactly(ALREADY_PRESENT);
    }

    @Test
    void keepsARepairOverABusyAnswer() throws Exception {
        server.then(200, answer(MAPPING));
        server.then(503, "");
        assertThat(sink.write(Batches.of("{\"n\":\"x\"}"))).containsExactly(INDEXED);
        assertThat(server.stored().values()).containsExactly("{\"ocsf_rejected\":\"{\\\"n\\\":\\\"x\\\"}\"}");
    }

    @Test
    void repairsNothingWhereItIsNotWanted() throws Exception {
        server.then(200, answer(MAPPING));
        try (OpenSearchSink plain = sink().repair(false).build()) {
            assertThat(plain.write(Batches.of("{\"n\":\"x\"}"))).singleElement().isInstanceOf(Rejected.class);
        }
        assertThat(server.received()).hasSize(1);
    }

    // ---- a document that is always answered 500

    @Test
    void givesUpADocumentThatIsAlwaysAnswered500WhileOthersAreStored() throws Exception {
        server.then(200, answer(CREATED, BROKEN, CREATED));
        for (int i = 0; i < 50; i++) {
            server.then(200, answer(BROKEN));
        }
        assertThat(sink.write(Batches.numbered(3)))
                .containsExactly(
                        INDEXED,
                        new Rejected(500, "null_pointer_exception", "defect", Batches.INDEX, Batches.id(1)),
                        INDEXED);
        assertThat(server.received()).hasSize(StubbornItems.MAX_FAILURES);
    }

    @Test
    void blamesTheDestinationWhereNothingIsStoredMeanwhile() {
        for (int i = 0; i < 100; i++) {
            server.then(200, answer(BROKEN, BROKEN));
        }
        assertThatThrownBy(() -> sink.write(Batches.numbered(2)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("2 of 2 events open");
    }

    @Test
    void isolatesTheDocumentThatBreaksWholeRequests() throws Exception {
        for (int i = 0; i < 200; i++) {
            server.then(request -> request.body().contains("{\"n\":5}") ? Reply.of(500, "") : server.store(request));
        }
        List<EventOutcome> outcomes = sink.write(Batches.numbered(8));
        assertThat(outcomes.get(5)).isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.status())
                .isEqualTo(500));
        assertThat(outcomes).filteredOn(INDEXED::equals).hasSize(7);
    }

    // ---- blocked: one circuit for all writers

    @Test
    void writersWaitTogetherAndOneTries() throws Exception {
        server.then(503, "");
        server.then(503, "");
        server.then(503, "");
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try (OpenSearchSink shared =
                OpenSearchSink.builder().endpoint(server.uri()).build()) {
            shared.write(Batches.numbered(1)); // 3 failures, then stored: the circuit is closed again
            assertThat(shared.isReady()).isTrue();
            server.then(request -> new Reply(503, "", java.util.Map.of("Retry-After", "1")));
            Future<List<EventOutcome>> first = writers.submit(() -> shared.write(Batches.numbered(1)));
            while (shared.isReady() && !first.isDone()) {
                Thread.sleep(5);
            }
            int before = server.received().size();
            List<Future<List<EventOutcome>>> others = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                others.add(writers.submit(() -> shared.write(Batches.numbered(1))));
            }
            Thread.sleep(300);
            assertThat(shared.isReady()).isFalse();
            assertThat(server.received())
                    .as("nobody sends while the circuit is open")
                    .hasSize(before);
            assertThat(first.get()).containsExactly(ALREADY_PRESENT);
            for (Future<List<EventOutcome>> other : others) {
                assertThat(other.get()).containsExactly(ALREADY_PRESENT);
            }
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void whoOnlyWaitedGivesUpAfterItsBudgetToo() throws Exception {
        server.then(request -> new Reply(503, "", java.util.Map.of("Retry-After", "3600")));
        assertThatThrownBy(() -> sink.write(Batches.numbered(1))).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> sink.write(Batches.numbered(1)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("turns all requests away");
        assertThat(server.received()).hasSize(1);
    }

    // ---- sizes that follow the destination

    @Test
    void sendsSmallerRequestsWhileOneAtATimeIsTooMuchAndLargerOnesAfter() throws Exception {
        String[] documents = new String[60];
        Arrays.fill(documents, "{\"a\":\"" + "x".repeat(20_000) + "\"}");
        for (int i = 0; i < 100; i++) {
            server.then(request -> request.body().length() > 300_000 ? Reply.of(429, "") : server.store(request));
        }
        try (OpenSearchSink slow =
                sink().bulkBytes(1_000_000).retryBudget(Duration.ofHours(1)).build()) {
            assertThat(slow.write(Batches.of(documents))).containsOnly(INDEXED);
            assertThat(slow.currentBulkBytes()).isLessThan(1_000_000);
            for (int i = 0; i < 30; i++) {
                slow.write(Batches.numbered(1));
            }
            assertThat(slow.currentBulkBytes()).isEqualTo(1_000_000);
        }
    }

    @Test
    void slowAnswersAreASignOfOverload() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.then(request -> {
                Thread.sleep(60);
                return server.store(request);
            });
        }
        try (OpenSearchSink hasty = OpenSearchSink.builder()
                .endpoint(server.uri())
                .slowAnswer(Duration.ofMillis(30))
                .build()) {
            hasty.write(Batches.numbered(1));
            assertThat(hasty.concurrencyLimit()).isEqualTo(2);
            hasty.write(Batches.numbered(1));
            assertThat(hasty.concurrencyLimit()).isEqualTo(1);
            hasty.write(Batches.numbered(1));
            assertThat(hasty.currentBulkBytes()).isLessThan(OpenSearchSink.DEFAULT_BULK_BYTES);
        }
    }

    @Test
    void aSizeThatWasRefusedIsNotTriedAgain() throws Exception {
        String[] documents = new String[20];
        Arrays.fill(documents, "{\"a\":\"" + "x".repeat(100_000) + "\"}");
        server.then(413, "");
        sink.write(Batches.of(documents));
        int learned = sink.currentBulkBytes();
        for (int i = 0; i < 30; i++) {
            sink.write(Batches.numbered(1));
        }
        assertThat(sink.currentBulkBytes()).isEqualTo(learned).isLessThan(1_100_000);
    }

    // ---- compression

    @Test
    void compressesWhatIsWorthIt() throws Exception {
        try (OpenSearchSink choosy =
                sink().compressionLevel(9).compressionThresholdBytes(5_000).build()) {
            choosy.write(Batches.of("{}"));
            choosy.write(Batches.of("{\"a\":\"" + "x".repeat(6_000) + "\"}"));
        }
        assertThat(server.received())
                .extracting(r -> r.headers().containsKey("content-encoding"))
                .containsExactly(false, true);
        assertThat(server.received()).extracting(Received::documents).containsExactly(1, 1);
    }
}
