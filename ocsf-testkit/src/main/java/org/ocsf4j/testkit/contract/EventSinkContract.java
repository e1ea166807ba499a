package org.ocsf4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

/** What every {@link EventSink} must do while its destination is in order. JUnit makes one instance for each test. */
public abstract class EventSinkContract {

    private static final EventClass API_ACTIVITY = new EventClass("1.1.0", 6003L);
    private static final long NOON = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();
    private static final int THREADS = 4;
    private static final int EVENTS = 50;

    /** A sink over the test's own, empty destination. The test closes it. */
    protected abstract EventSink openSink();

    /** Every document that the destination holds now, whole, in any order. Called when the sink is closed. */
    protected abstract List<String> stored();

    /** Whether writing an event again stores it once. False for sinks that append. The default is true. */
    protected boolean storesOnce() {
        return true;
    }

    @Test
    void storesEachEventAndSaysSoByPosition() throws InterruptedException {
        try (EventSink sink = openSink()) {
            assertThat(sink.write(batch("a", EVENTS))).hasSize(EVENTS).containsOnly(EventOutcome.INDEXED);
        }
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(documents("a", EVENTS));
    }

    @Test
    void hasNoOutcomeForAnEmptyBatch() throws InterruptedException {
        try (EventSink sink = openSink()) {
            assertThat(sink.write(batch("a", 0))).isEmpty();
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void storesWhatIsWrittenTwiceAsItPromises() throws InterruptedException {
        try (EventSink sink = openSink()) {
            sink.write(batch("a", EVENTS));
            List<EventOutcome> again = sink.write(batch("a", EVENTS + 1));
            if (storesOnce()) {
                assertThat(again.subList(0, EVENTS)).containsOnly(EventOutcome.ALREADY_PRESENT);
                assertThat(again.get(EVENTS)).isEqualTo(EventOutcome.INDEXED);
            } else {
                assertThat(again).hasSize(EVENTS + 1).containsOnly(EventOutcome.INDEXED);
            }
        }
        assertThat(stored()).hasSize(storesOnce() ? EVENTS + 1 : 2 * EVENTS + 1);
    }

    @Test
    void keepsNothingOfABatchThatItHasReturned() throws InterruptedException {
        try (EventSink sink = openSink()) {
            EventBatch batch = batch("a", EVENTS);
            sink.write(batch);
            fill(batch, "b", EVENTS);
            sink.write(batch);
        }
        List<String> both = documents("a", EVENTS);
        both.addAll(documents("b", EVENTS));
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(both);
    }

    @Test
    void storesBatchesFromSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<String> all = new ArrayList<>();
        try (EventSink sink = openSink()) {
            List<Future<List<EventOutcome>>> writes = new ArrayList<>();
            for (int i = 0; i < 2 * THREADS; i++) {
                String key = "object-" + i;
                all.addAll(documents(key, EVENTS));
                writes.add(threads.submit(() -> sink.write(batch(key, EVENTS))));
            }
            for (Future<List<EventOutcome>> write : writes) {
                assertThat(write.get()).hasSize(EVENTS).containsOnly(EventOutcome.INDEXED);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void keepsTextThatLooksLikeSomethingElse() throws InterruptedException {
        String hostile = "{\"text\":\"}\\n{\\\"delete\\\":{\\\"_id\\\":\\\"1\\\"}}\\n\\u0000\\u2028 é 漢字 🙂\"}";
        try (EventSink sink = openSink()) {
            EventBatch batch = batch("a", 0);
            batch.append(hostile.getBytes(StandardCharsets.UTF_8), 0, API_ACTIVITY, NOON);
            assertThat(sink.write(batch)).containsExactly(EventOutcome.INDEXED);
        }
        assertThat(stored()).containsExactly(hostile);
    }

    @Test
    void takesEventsThatSayNothingOfThemselves() throws InterruptedException {
        try (EventSink sink = openSink()) {
            EventBatch batch = batch("a", 0);
            batch.append("{}".getBytes(StandardCharsets.UTF_8), 7, EventClass.UNKNOWN, EventBatch.NO_TIME);
            assertThat(sink.write(batch)).containsExactly(EventOutcome.INDEXED);
        }
        assertThat(stored()).containsExactly("{}");
    }

    @Test
    void closesMoreThanOnce() throws InterruptedException {
        EventSink sink = openSink();
        sink.write(batch("a", 1));
        sink.close();
        sink.close();
        assertThat(stored()).hasSize(1);
    }

    private static EventBatch batch(String key, int events) {
        EventBatch batch = new EventBatch(1 << 20, Math.max(1, events));
        fill(batch, key, events);
        return batch;
    }

    private static void fill(EventBatch batch, String key, int events) {
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", key), "etag"));
        List<String> documents = documents(key, events);
        for (int row = 0; row < events; row++) {
            batch.append(documents.get(row).getBytes(StandardCharsets.UTF_8), row, API_ACTIVITY, NOON);
        }
    }

    private static List<String> documents(String key, int events) {
        List<String> documents = new ArrayList<>();
        for (int row = 0; row < events; row++) {
            documents.add("{\"key\":\"" + key + "\",\"row\":" + row + "}");
        }
        return documents;
    }
}
