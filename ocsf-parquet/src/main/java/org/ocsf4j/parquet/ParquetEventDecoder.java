package org.ocsf4j.parquet;

import java.util.Objects;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.internal.block.BlockDecoder;

/**
 * Turns Parquet objects into events, one row into one document. Thread-safe; each cursor belongs to one thread.
 *
 * <p>A cursor holds one row group as stored, and one page of each column decompressed. It either delivers as many rows as the
 * footer says, or fails; with a {@link ParquetOptions#transform transform}, delivered and filtered rows are as many together.
 */
public final class ParquetEventDecoder implements EventDecoder {

    private final ParquetOptions options;

    /** A decoder with {@link ParquetOptions#defaults()}. */
    public ParquetEventDecoder() {
        this(ParquetOptions.defaults());
    }

    public ParquetEventDecoder(ParquetOptions options) {
        this.options = Objects.requireNonNull(options, "options");
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
        return BlockDecoder.open(content, firstRow, options);
    }
}
