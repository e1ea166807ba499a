package org.ocsf4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.failure.CorruptObjectException;

/** What every {@link EventDecoder} must do. JUnit makes one instance for each test. */
public abstract class EventDecoderContract {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int BATCH_EVENTS = 7;
    private static final int THREADS = 4;

    /** The decoder under test. */
    protected abstract EventDecoder decoder();

    /** An object of at least 20 rows, none filtered, the same at every call. */
    protected abstract byte[] object();

    /** How many rows {@link #object()} has. */
    protected abstract int rows();

    @Test
    void returnsEveryRowOnceInOrder() {
        List<String> documents = new ArrayList<>();
        try (EventCursor cursor = decoder().open(new MemoryContent(object()), 0)) {
            EventBatch batch = new EventBatch(Integer.MAX_VALUE, BATCH_EVENTS);
            batch.clear(new MemoryContent(new byte[0]).identity());
            while (cursor.fill(batch)) {
                assertThat(batch.count()).isBetween(1, BATCH_EVENTS);
                for (int i = 0; i < batch.count(); i++) {
                    assertThat(batch.row(i)).isEqualTo(documents.size());
                    documents.add(batch.event(i).toString());
                }
                batch.clear(batch.object());
            }
            assertThat(batch.isEmpty()).as("nothing behind the end").isTrue();
            assertThat(cursor.fill(batch)).as("the end stays the end").isFalse();
            assertThat(cursor.totalRows()).isEqualTo(rows());
            assertThat(cursor.filteredRows()).isZero();
        }
        assertThat(documents).hasSize(rows());
    }

    @Test
    void stopsWhenABatchHasItsBytes() {
        try (EventCursor cursor = decoder().open(new MemoryContent(object()), 0)) {
            EventBatch batch = new EventBatch(1, Integer.MAX_VALUE);
            batch.clear(new MemoryContent(new byte[0]).identity());
            assertThat(cursor.fill(batch)).isTrue();
            assertThat(batch.count()).as("the event that fills it").isOne();
        }
    }

    @Test
    void beginsAtAnyRowWithTheRowsOfAWholeReading() {
        List<String> whole = read(0, BATCH_EVENTS);
        for (int firstRow : new int[] {1, BATCH_EVENTS, rows() / 2, rows() - 1}) {
            assertThat(read(firstRow, BATCH_EVENTS))
                    .as("from row %d on", firstRow)
                    .isEqualTo(whole.subList(firstRow, rows()));
        }
        assertThat(read(rows(), BATCH_EVENTS)).isEmpty();
    }

    @Test
    void countsAllRowsWhereverItBegins() {
        try (EventCursor cursor = decoder().open(new MemoryContent(object()), rows() / 2)) {
            assertThat(cursor.totalRows()).isEqualTo(rows());
        }
    }

    @Test
    void writesTheSameBytesWhateverTheBatch() {
        assertThat(read(0, 1)).isEqualTo(read(0, Integer.MAX_VALUE));
    }

    @Test
    void writesEachEventAsOneJsonObjectOnOneLine() throws IOException {
        for (String document : read(0, BATCH_EVENTS)) {
            assertThat(document.substring(document.indexOf(' ') + 1)).doesNotContain("\n", "\r");
            try (JsonParser parser = JSON.createParser(document.substring(document.indexOf(' ') + 1))) {
                assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                parser.skipChildren();
                assertThat(parser.nextToken()).as("one value").isNull();
            }
        }
    }

    @Test
    void opensCursorsOnSeveralThreads() throws Exception {
        List<String> expected = read(0, BATCH_EVENTS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<List<String>> reading = () -> read(0, BATCH_EVENTS);
            for (var result : threads.invokeAll(List.of(reading, reading, reading, reading))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void callsBytesThatAreNoObjectCorrupt() {
        byte[] object = object();
        for (byte[] wrong : List.of(
                new byte[0], new byte[12], Arrays.copyOf(object, object.length / 2), Arrays.copyOf(object, 3))) {
            assertThatThrownBy(() -> read(wrong, 0, BATCH_EVENTS))
                    .as("%d bytes of %d", wrong.length, object.length)
                    .isInstanceOf(CorruptObjectException.class);
        }
    }

    private List<String> read(long firstRow, int batchEvents) {
        return read(object(), firstRow, batchEvents);
    }

    /** Row and document of each event. */
    private List<String> read(byte[] object, long firstRow, int batchEvents) {
        List<String> documents = new ArrayList<>();
        MemoryContent content = new MemoryContent(object);
        try (EventCursor cursor = decoder().open(content, firstRow)) {
            EventBatch batch = new EventBatch(Integer.MAX_VALUE, batchEvents);
            batch.clear(content.identity());
            while (cursor.fill(batch)) {
                for (int i = 0; i < batch.count(); i++) {
                    documents.add(batch.row(i) + " " + batch.event(i));
                }
                batch.clear(content.identity());
            }
        }
        return documents;
    }
}
