package org.ocsf4j.parquet;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * How threads of the caller share the work on one object. The module starts none of its own: tasks go to {@code executor}, and
 * the thread that asks for rows converts too, so that an executor that is busy, or refuses tasks, only makes it slower. No
 * task blocks a thread of the executor but to read the object. Immutable; as thread-safe as the executor, which stays the
 * caller's to shut down.
 *
 * <p>Memory: each row group in work takes what one object takes, see {@link ParquetOptions#DEFAULT_MAX_HELD_BYTES}; finished
 * rows wait in {@code maxBufferedBytes} for those before them, or for the caller.
 *
 * @param executor runs the tasks
 * @param rowGroupsAtOnce how many row groups are converted at once, that of the calling thread included; 1 for no more than
 *     reading ahead
 * @param inFileOrder whether rows come in the order of the file. If not they come as they are ready, each with its ordinal in
 *     the file
 * @param maxBufferedBytes how much JSON may wait; passed by two batches at most. In the file's order threads only keep one
 *     another busy while it holds the JSON of {@code rowGroupsAtOnce - 1} row groups
 * @param readAhead whether the next row group, or the next window of a large one, is read while this one is converted. Both
 *     together stay within the 32 MiB that one object's stored bytes may take, or 256 KiB a column if that is more
 */
public record ParquetConcurrency(
        Executor executor, int rowGroupsAtOnce, boolean inFileOrder, long maxBufferedBytes, boolean readAhead) {

    /** Two row groups. */
    public static final int DEFAULT_ROW_GROUPS_AT_ONCE = 2;

    /** 128 MiB. */
    public static final long DEFAULT_MAX_BUFFERED_BYTES = 128L << 20;

    public ParquetConcurrency {
        Objects.requireNonNull(executor, "executor");
        if (rowGroupsAtOnce < 1) {
            throw new IllegalArgumentException("rowGroupsAtOnce is below 1; " + rowGroupsAtOnce);
        }
        if (maxBufferedBytes < 1) {
            throw new IllegalArgumentException("maxBufferedBytes is below 1; " + maxBufferedBytes);
        }
    }

    /** Two row groups at once, in the file's order, read ahead. */
    public static ParquetConcurrency on(Executor executor) {
        return builder(executor).build();
    }

    public static Builder builder(Executor executor) {
        return new Builder(executor);
    }

    /** Collects options. Not thread-safe; {@link #build()} checks them and starts nothing. */
    public static final class Builder {

        private final Executor executor;
        private int rowGroupsAtOnce = DEFAULT_ROW_GROUPS_AT_ONCE;
        private boolean inFileOrder = true;
        private long maxBufferedBytes = DEFAULT_MAX_BUFFERED_BYTES;
        private boolean readAhead = true;

        private Builder(Executor executor) {
            this.executor = executor;
        }

        /**
         * Row groups that are converted at once, that of the calling thread included.
         * The default is {@link #DEFAULT_ROW_GROUPS_AT_ONCE}.
         */
        public Builder rowGroupsAtOnce(int rowGroupsAtOnce) {
            this.rowGroupsAtOnce = rowGroupsAtOnce;
            return this;
        }

        /** Whether rows come in the order of the file. The default is true. */
        public Builder inFileOrder(boolean inFileOrder) {
            this.inFileOrder = inFileOrder;
            return this;
        }

        /**
         * How many bytes of JSON may wait; passed by two batches at most.
         * The default is {@link #DEFAULT_MAX_BUFFERED_BYTES}.
         */
        public Builder maxBufferedBytes(long maxBufferedBytes) {
            this.maxBufferedBytes = maxBufferedBytes;
            return this;
        }

        /**
         * Whether the next row group, or window of a large one, is read while this one is converted.
         * The default is true.
         */
        public Builder readAhead(boolean readAhead) {
            this.readAhead = readAhead;
            return this;
        }

        /**
         * Checks the options.
         *
         * @throws IllegalArgumentException where a value is out of range; the message names it
         */
        public ParquetConcurrency build() {
            return new ParquetConcurrency(executor, rowGroupsAtOnce, inFileOrder, maxBufferedBytes, readAhead);
        }
    }
}
