package org.ocsf4j.event;

/** Walks the rows of one object. Not thread-safe. Whoever opened it closes it. */
public interface EventCursor extends AutoCloseable {

    /**
     * Appends rows to {@code batch}: one at least, at most until it is full. It may stop before, for example where a row group
     * ends.
     *
     * @return false where the object has ended and nothing was appended
     * @throws org.ocsf4j.failure.CorruptObjectException where the bytes are not what the format prescribes; rows appended
     *     before are whole
     */
    boolean fill(EventBatch batch);

    /** How many rows the object says it has, from its first row on, whatever the first row asked for. */
    long totalRows();

    /** How many rows a filter has dropped so far. */
    default long filteredRows() {
        return 0;
    }

    /** What had to be altered so far so that the output is strict JSON. */
    ConversionCounts counts();

    @Override
    void close();
}
