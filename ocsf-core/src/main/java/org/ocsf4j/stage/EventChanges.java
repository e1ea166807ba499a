package org.ocsf4j.stage;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.sink.EventOutcome;

/**
 * What an {@link EventStage} makes of the events of one batch, by position. An event that nothing is entered for passes as it is;
 * the last entry of an event counts. Not thread-safe.
 */
public final class EventChanges {

    private final @Nullable Change[] changes;
    private boolean any;

    /** What becomes of one event. */
    sealed interface Change {

        /** Other bytes go on in its place. */
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Replaced(byte[] buffer, int offset, int length, EventClass eventClass, long timeMillis)
                implements Change {}

        /** It goes no further. */
        record Decided(EventOutcome outcome) implements Change {}
    }

    /** No changes yet, for a batch of so many events. */
    public EventChanges(int events) {
        changes = new Change[events];
    }

    /**
     * Lets another document take the event's place. Its id stays; its index is that of {@code eventClass} and
     * {@code timeMillis}.
     *
     * @param json strict JSON in UTF-8, one object; not copied
     * @param timeMillis milliseconds since the epoch, or {@link EventBatch#NO_TIME}
     */
    public void replace(int event, byte[] json, EventClass eventClass, long timeMillis) {
        replace(event, json, 0, json.length, eventClass, timeMillis);
    }

    /** The same with a document that is part of a buffer, whose bytes there have to stay as they are. */
    public void replace(int event, byte[] buffer, int offset, int length, EventClass eventClass, long timeMillis) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        enter(
                event,
                new Change.Replaced(
                        buffer, offset, length, Objects.requireNonNull(eventClass, "eventClass"), timeMillis));
    }

    /** Drops the event; it counts as filtered. */
    public void drop(int event) {
        enter(event, new Change.Decided(EventOutcome.FILTERED));
    }

    /**
     * Refuses the event: it goes to the dead letters.
     *
     * @param errorType a name for the cause, such as {@code validation_failed}
     * @param reason what is wrong and what to do
     */
    public void refuse(int event, String errorType, String reason) {
        enter(event, new Change.Decided(new EventOutcome.Rejected(0, errorType, reason, null, null)));
    }

    private void enter(int event, Change change) {
        changes[Objects.checkIndex(event, changes.length)] = change;
        any = true;
    }

    /** Whether every event passes as it is. */
    public boolean isEmpty() {
        return !any;
    }

    /** What was decided about an event that goes no further; null where it goes on. */
    public @Nullable EventOutcome outcome(int event) {
        return changes[event] instanceof Change.Decided decided ? decided.outcome() : null;
    }

    /** Copies an event that goes on to the end of {@code target}, as it is now. */
    public void copy(EventBatch batch, int event, EventBatch target) {
        int start = target.sizeBytes();
        if (changes[event] instanceof Change.Replaced other) {
            int length = other.length();
            System.arraycopy(other.buffer(), other.offset(), target.ensureRoom(start, length + 1), start, length);
            target.append(start + length, batch.row(event), other.eventClass(), other.timeMillis());
        } else {
            int length = batch.length(event);
            System.arraycopy(batch.buffer(), batch.offset(event), target.ensureRoom(start, length + 1), start, length);
            target.append(start + length, batch.row(event), batch.eventClass(event), batch.timeMillis(event));
        }
    }

    /** How many bytes {@link #copy} would write for all events that go on, line feeds included. */
    public long sizeBytes(EventBatch batch) {
        long bytes = 0;
        for (int i = 0; i < changes.length; i++) {
            if (changes[i] instanceof Change.Replaced other) {
                bytes += other.length() + 1L;
            } else if (changes[i] == null) {
                bytes += batch.length(i) + 1L;
            }
        }
        return bytes;
    }
}
