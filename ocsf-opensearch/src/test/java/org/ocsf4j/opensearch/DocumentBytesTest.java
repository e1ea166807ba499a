package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;

/** Documents arrive byte for byte, in their own index, and nothing in them becomes an action. */
class DocumentBytesTest {

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":18446744073709551615,\"m\":-9223372036854775808,\"d\":1.0,\"e\":1e400}",
                "{ \"a\" :\t1 , \"b\":[ ]  }",
                "{\"text\":\"\\u0000 \\n é 漢字 🙂 \u2028\u2029\uFFFD\"}",
                "{\"a\":1,\"a\":2}",
                "{\"v\":\"}\\n{\\\"delete\\\":{\\\"_index\\\":\\\"x\\\",\\\"_id\\\":\\\"1\\\"}}\"}",
                "{\"}\\n{\\\"delete\\\":\":1}",
                "{\"_index\":\"other\",\"_id\":\"other\",\"create\":{\"_index\":\"x\"}}",
                "{\"cr\":\"a\\rb\"}\r",
                "not json at all"
            })
    void aDocumentArrivesByteForByte(String document) throws Exception {
        try (OpenSearchSink sink =
                OpenSearchSink.builder().endpoint(server.uri()).build()) {
            assertThat(sink.write(Batches.of("{}", document, "{}"))).containsOnly(INDEXED);
        }
        assertThat(server.stored()).hasSize(3).containsEntry(Batches.INDEX + "/" + Batches.id(1), document);
    }

    @Test
    void documentsOfManyIndicesArriveEachInTheirOwn() throws Exception {
        Random random = new Random(11);
        EventBatch batch = Batches.empty();
        List<String> expected = new ArrayList<>();
        EventClass[] classes = {Batches.API_ACTIVITY, new EventClass("1.1.0", 4001L), new EventClass("x/../y", 4001L)};
        for (int row = 0; row < 3_000; row++) {
            EventClass eventClass = classes[random.nextInt(classes.length)];
            long time = Instant.parse("2026-11-23T00:00:00Z").toEpochMilli() + random.nextInt(3) * 86_400_000L;
            byte[] document = ("{\"row\":" + row + "}").getBytes(StandardCharsets.UTF_8);
            batch.append(document, row, eventClass, time);
            expected.add(IndexNaming.daily().indexFor(eventClass, time) + '/' + Batches.id(row));
        }
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(server.uri())
                .bulkBytes(20_000)
                .compression(false)
                .build()) {
            assertThat(sink.write(batch)).hasSize(3_000).containsOnly(INDEXED);
        }
        assertThat(server.stored().keySet()).containsExactlyInAnyOrderElementsOf(expected);
        for (int row = 0; row < 3_000; row++) {
            assertThat(server.stored()).containsEntry(expected.get(row), "{\"row\":" + row + "}");
        }
        assertThat(server.received())
                .hasSizeGreaterThan(5)
                .allSatisfy(r -> assertThat(r.body().length()).isLessThanOrEqualTo(20_000));
    }

    @Test
    void rowsKeepTheirIdsWhateverTheirPlaceInTheBatch() throws Exception {
        EventBatch batch = Batches.empty();
        batch.append(new byte[] {'{', '}'}, Long.MAX_VALUE, Batches.API_ACTIVITY, Batches.NOON);
        batch.append(new byte[] {'{', '}'}, 17, Batches.API_ACTIVITY, Batches.NOON);
        try (OpenSearchSink sink =
                OpenSearchSink.builder().endpoint(server.uri()).build()) {
            sink.write(batch);
        }
        assertThat(server.stored())
                .containsOnlyKeys(
                        Batches.INDEX + "/" + Batches.id(Long.MAX_VALUE), Batches.INDEX + "/" + Batches.id(17));
    }

    @Test
    void equalDocumentsShareAnIdWhereTheContentMakesIt() throws Exception {
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(server.uri())
                .documentIds(DocumentIds.CONTENT_HASH)
                .build()) {
            sink.write(Batches.of("{\"a\":1}", "{\"a\":2}", "{\"a\":1}"));
        }
        assertThat(server.stored()).hasSize(2);
        assertThat(server.stored().keySet()).allMatch(key -> key.matches(Batches.INDEX + "/[A-Za-z0-9_-]{22}"));
    }

    @Test
    void theServerMakesTheIdWhereItIsAskedTo() throws Exception {
        EventBatch batch = Batches.of("{\"a\":1}");
        batch.append(new byte[] {'{', '}'}, 1, new EventClass("1.1.0", 4001L), Batches.NOON);
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(server.uri())
                .documentIds(DocumentIds.SERVER_ASSIGNED)
                .build()) {
            sink.write(batch);
        }
        assertThat(server.received().get(0).body())
                .isEqualTo(
                        """
                        {"create":{}}
                        {"a":1}
                        {"create":{"_index":"ocsf-1.1.0-4001-network_activity-2026.11.24"}}
                        {}
                        """);
    }

    @Test
    void manyThreadsDeliverTheirOwnDocumentsOnce() throws Exception {
        int threads = 12;
        int rounds = 10;
        for (int i = 0; i < 30; i++) {
            int status = new int[] {429, 503, 500}[i % 3];
            server.then(request -> {
                server.store(request);
                return ScriptedServer.Reply.of(status, "");
            });
        }
        List<Throwable> failures = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(server.uri())
                .maxConcurrentRequests(3)
                .retryBudget(Duration.ofHours(1))
                .timing(new HurriedTiming())
                .build()) {
            for (int t = 0; t < threads; t++) {
                int thread = t;
                Thread worker = new Thread(() -> {
                    try {
                        for (int round = 0; round < rounds; round++) {
                            EventBatch batch = Batches.empty();
                            for (int i = 0; i < 50; i++) {
                                long row = (thread * rounds + round) * 50L + i;
                                batch.append(
                                        ("{\"row\":" + row + "}").getBytes(StandardCharsets.UTF_8),
                                        row,
                                        Batches.API_ACTIVITY,
                                        Batches.NOON);
                            }
                            assertThat(sink.write(batch)).hasSize(50);
                        }
                    } catch (Throwable e) {
                        synchronized (failures) {
                            failures.add(e);
                        }
                    }
                });
                running.add(worker);
                worker.start();
            }
            for (Thread worker : running) {
                worker.join();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(server.stored()).hasSize(threads * rounds * 50);
        server.stored().forEach((key, document) -> assertThat(document)
                .isEqualTo("{\"row\":" + key.substring(key.lastIndexOf('-') + 1) + "}"));
        assertThat(server.mostRequestsAtATime()).isLessThanOrEqualTo(3);
    }
}
