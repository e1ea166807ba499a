package org.ocsf4j.event;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectIdentity;

/**
 * Events of one object, encoded one behind the other in one buffer, each followed by a line feed, so that
 * {@code buffer[0..sizeBytes)} is NDJSON. Decoders write straight into the buffer; sinks read from it; nothing in between
 * copies a document.
 *
 * <p>Reused: the pipeline clears it and hands it to the next object. Not thread-safe; handed from thread to thread whole.
 */
public final class EventBatch {

    /** The time of an event that has none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** How far a batch that is full is expected to pass its target. */
    private static final int LAST_EVENT_BYTES = 64 << 10;

    /** The largest buffer that is grown to; a document has to fit. */
    private static final int MAX_BUFFER_BYTES = Integer.MAX_VALUE - 64;

    private final int targetBytes;
    private final int maxEvents;

    private @Nullable ObjectIdentity object;
    private byte[] buffer;
    private int sizeBytes;
    private int count;
    private boolean onlyLines = true;
    private int[] offsets;
    private int[] lengths;
    private long[] rows;
    private long[] times;
    private EventClass[] classes;

    /**
     * @param targetBytes the batch counts as full once it holds this many bytes; its last event may pass it
     * @param maxEvents the batch counts as full once it holds this many events
     */
    public EventBatch(int targetBytes, int maxEvents) {
        if (targetBytes < 1) {
            throw new IllegalArgumentException("targetBytes is below 1; " + targetBytes);
        }
        if (maxEvents < 1) {
            throw new IllegalArgumentException("maxEvents is below 1; " + maxEvents);
        }
        this.targetBytes = targetBytes;
        this.maxEvents = maxEvents;
        this.buffer = new byte[Math.min(targetBytes, 1 << 16)];
        int room = Math.min(maxEvents, 256);
        this.offsets = new int[room];
        this.lengths = new int[room];
        this.rows = new long[room];
        this.times = new long[room];
        this.classes = new EventClass[room];
    }

    /** Empties the batch for rows of {@code object}. Buffers are kept. */
    public void clear(ObjectIdentity object) {
        this.object = Objects.requireNonNull(object, "object");
        sizeBytes = 0;
        count = 0;
        onlyLines = true;
    }

    /** The object that the events are rows of. */
    public ObjectIdentity object() {
        if (object == null) {
            throw new IllegalStateException("the batch belongs to no object yet; call clear(object) first");
        }
        return object;
    }

    public int count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public boolean isFull() {
        return sizeBytes >= targetBytes || count >= maxEvents;
    }

    /** How many bytes may follow until the batch counts as full; 0 where it is. */
    public int bytesUntilFull() {
        return isFull() ? 0 : targetBytes - sizeBytes;
    }

    /** How many events may follow until the batch counts as full; 0 where it is. */
    public int eventsUntilFull() {
        return isFull() ? 0 : maxEvents - count;
    }

    /** The bytes written so far, line feeds included. */
    public int sizeBytes() {
        return sizeBytes;
    }

    /** Whether every event was appended by {@link #appendLine}: none holds a raw line feed. */
    public boolean holdsOnlyLines() {
        return onlyLines;
    }

    /** The buffer itself, not a copy; replaced when {@link #ensureRoom} has to grow it. */
    public byte[] buffer() {
        return buffer;
    }

    // ---- writing
    // -----------------------------------------------------------------------------------------------------

    /**
     * Makes room for {@code bytes} more bytes behind {@code position} and returns the buffer, the old one or a larger one
     * with the bytes before {@code position} copied.
     */
    public byte[] ensureRoom(int position, int bytes) {
        long needed = (long) position + bytes;
        if (needed > buffer.length) {
            if (needed > MAX_BUFFER_BYTES) {
                throw new IllegalStateException("a batch cannot hold more than 2 GiB; " + needed + " bytes asked for");
            }
            byte[] larger = new byte[grown(needed)];
            System.arraycopy(buffer, 0, larger, 0, position);
            buffer = larger;
        }
        return buffer;
    }

    /** Twice as much, but no more than a full batch is expected to need before it needs it. */
    private int grown(long needed) {
        long full = (long) targetBytes + LAST_EVENT_BYTES;
        long twice = buffer.length * 2L;
        return (int) Math.min(
                MAX_BUFFER_BYTES, needed > full ? Math.max(needed, twice) : Math.min(full, Math.max(needed, twice)));
    }

    /**
     * Takes the bytes from {@link #sizeBytes()} to {@code end} as one event. The line feed behind it is written here.
     *
     * @param end the position behind the event's last byte
     */
    public void append(int end, long row, EventClass eventClass, long timeMillis) {
        onlyLines = false;
        appendLine(end, row, eventClass, timeMillis);
    }

    /**
     * The same for a decoder that vouches for its bytes: it escapes every line feed of a text and writes none between tokens.
     * Nobody looks for one again.
     */
    @SuppressWarnings("ReferenceEquality") // another instance is stored, equal or not
    public void appendLine(int end, long row, EventClass eventClass, long timeMillis) {
        int start = sizeBytes;
        if (end <= start || end > buffer.length) {
            throw new IndexOutOfBoundsException(
                    "an event must end behind its start; start " + start + ", end " + end + ", room " + buffer.length);
        }
        ensureRoom(end, 1)[end] = '\n';
        if (count == rows.length) {
            growColumns();
        }
        offsets[count] = start;
        lengths[count] = end - start;
        rows[count] = row;
        times[count] = timeMillis;
        if (classes[count] != eventClass) { // batches are used again, and storing a reference has a price
            classes[count] = eventClass;
        }
        count++;
        sizeBytes = end + 1;
    }

    /** Copies one event in; for decoders that have the bytes elsewhere, and for tests. */
    public void append(byte[] json, long row, EventClass eventClass, long timeMillis) {
        int start = sizeBytes;
        System.arraycopy(json, 0, ensureRoom(start, json.length + 1), start, json.length);
        append(start + json.length, row, eventClass, timeMillis);
    }

    /**
     * Copies events of another batch in, from its event {@code first} on, until this one is full.
     *
     * @return the other's first event that has not been copied
     */
    public int appendFrom(EventBatch other, int first) {
        Objects.checkFromToIndex(first, other.count, other.count);
        int next = first;
        while (next < other.count && !isFull()) {
            int length = other.lengths[next];
            int start = sizeBytes;
            System.arraycopy(other.buffer, other.offsets[next], ensureRoom(start, length + 1), start, length);
            appendLine(start + length, other.rows[next], other.classes[next], other.times[next]);
            onlyLines &= other.onlyLines;
            next++;
        }
        return next;
    }

    /** Exchanges the events with those of another batch of the same object, without copying. Each keeps its limits. */
    public void swap(EventBatch other) {
        if (!object().equals(other.object())) {
            throw new IllegalArgumentException("the batches are of two objects; " + this + ", " + other);
        }
        EventBatch mine = new EventBatch(1, 1);
        mine.take(this);
        take(other);
        other.take(mine);
    }

    private void take(EventBatch from) {
        buffer = from.buffer;
        sizeBytes = from.sizeBytes;
        count = from.count;
        onlyLines = from.onlyLines;
        offsets = from.offsets;
        lengths = from.lengths;
        rows = from.rows;
        times = from.times;
        classes = from.classes;
    }

    private void growColumns() {
        int room = Math.max(count + 1, Math.min(maxEvents, count * 2));
        offsets = Arrays.copyOf(offsets, room);
        lengths = Arrays.copyOf(lengths, room);
        rows = Arrays.copyOf(rows, room);
        times = Arrays.copyOf(times, room);
        classes = Arrays.copyOf(classes, room);
    }

    // ---- reading
    // -----------------------------------------------------------------------------------------------------

    /** The ordinal in the file of the row behind event {@code index}. */
    public long row(int index) {
        return rows[Objects.checkIndex(index, count)];
    }

    public EventClass eventClass(int index) {
        return classes[Objects.checkIndex(index, count)];
    }

    /** Milliseconds since the epoch, or {@link #NO_TIME}. */
    public long timeMillis(int index) {
        return times[Objects.checkIndex(index, count)];
    }

    public int offset(int index) {
        return offsets[Objects.checkIndex(index, count)];
    }

    /** The event's bytes, without its line feed. */
    public int length(int index) {
        return lengths[Objects.checkIndex(index, count)];
    }

    public EncodedEvent event(int index) {
        Objects.checkIndex(index, count);
        return new EncodedEvent(rows[index], classes[index], times[index], buffer, offsets[index], lengths[index]);
    }

    @Override
    public String toString() {
        return "EventBatch[" + count + " events, " + sizeBytes + " bytes, of " + object + "]";
    }
}
