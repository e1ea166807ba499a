package org.ocsf4j.fuzz.judge;

import java.nio.charset.StandardCharsets;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.object.ObjectContent;

/**
 * A decoder that writes the same document for each of so many rows and then does what a script says.
 *
 * @param rows how many rows it writes
 * @param declared how many it claims to have
 * @param document what each row is
 * @param last what happens behind the last row
 */
record ScriptedDecoder(long rows, long declared, String document, Runnable last) implements EventDecoder {

    static ScriptedDecoder of(long rows) {
        return new ScriptedDecoder(rows, rows, "{}", () -> {});
    }

    ScriptedDecoder declaring(long other) {
        return new ScriptedDecoder(rows, other, document, last);
    }

    ScriptedDecoder writing(String other) {
        return new ScriptedDecoder(rows, declared, other, last);
    }

    ScriptedDecoder then(Runnable script) {
        return new ScriptedDecoder(rows, declared, document, script);
    }

    @Override
    public EventCursor open(ObjectContent content, long firstRow) {
        return new Cursor(firstRow);
    }

    private final class Cursor implements EventCursor {

        private long next;

        Cursor(long firstRow) {
            next = firstRow;
        }

        @Override
        public boolean fill(EventBatch batch) {
            while (next < rows && !batch.isFull()) {
                batch.append(document.getBytes(StandardCharsets.UTF_8), next++, EventClass.UNKNOWN, EventBatch.NO_TIME);
            }
            if (batch.isEmpty()) {
                last.run();
            }
            return !batch.isEmpty();
        }

        @Override
        public long totalRows() {
            return declared;
        }

        @Override
        public ConversionCounts counts() {
            return ConversionCounts.NONE;
        }

        @Override
        public void close() {}
    }
}
