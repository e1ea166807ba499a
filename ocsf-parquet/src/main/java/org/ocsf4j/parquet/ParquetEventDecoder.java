package org.ocsf4j.parquet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.internal.block.BlockDecoder;
import org.ocsf4j.parquet.internal.block.BlockFile;
import org.ocsf4j.parquet.internal.parallel.ParallelCursor;

/**
 * Turns Parquet objects into events, one row into one document. Thread-safe; each cursor belongs to one thread.
 *
 * <p>A cursor holds one row group as stored, and one page of each column decompressed. It either delivers as many rows as the
 * footer says, or fails; with a {@link ParquetOptions#transform transform}, delivered and filtered rows are as many together.
 */
public final class ParquetEventDecoder implements EventDecoder {

    private final ParquetOptions options;
    private final @Nullable ParquetConcurrency concurrency;

    /** A decoder with {@link ParquetOptions#defaults()}. */
    public ParquetEventDecoder() {
        this(ParquetOptions.defaults());
    }

    /** A decoder that converts on the calling thread. */
    public ParquetEventDecoder(ParquetOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        this.concurrency = null;
    }

    /**
     * A decoder that shares the work on each object with threads of the caller. Each open cursor has its row groups in work;
     * its {@link EventCursor#close} waits for tasks that are at work, a batch or a range read at most.
     */
    public ParquetEventDecoder(ParquetOptions options, ParquetConcurrency concurrency) {
        this.options = Objects.requireNonNull(options, "options");
        this.concurrency = Objects.requireNonNull(concurrency, "concurrency");
    }

    /**
     * Opens the object's rows.
     *
     * @throws ParquetFormatException where the bytes are not what the format prescribes, or pass a limit; no retry helps
     * @throws ParquetUnsupportedException where the file is encrypted or its codec missing, or where the transform would not
     *     do for this file what it says; no retry helps
     */
    @Override
    public EventCursor open(ObjectContent content, long firstRow) {
        if (firstRow < 0) {
            throw new IllegalArgumentException("firstRow is below 0; " + firstRow);
        }
        if (concurrency == null) {
            return BlockDecoder.open(content, firstRow, options);
        }
        BlockFile file = BlockDecoder.file(content, options);
        if (concurrency.rowGroupsAtOnce() == 1) {
            return file.cursor(firstRow, concurrency.readAhead() ? concurrency.executor() : null);
        }
        return new ParallelCursor(file, firstRow, concurrency);
    }
}
