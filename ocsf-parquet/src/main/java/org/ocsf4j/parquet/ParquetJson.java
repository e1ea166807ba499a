package org.ocsf4j.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.internal.block.BlockDecoder;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.file.Spool;
import org.ocsf4j.parquet.internal.parallel.ParallelConversion;
import org.ocsf4j.parquet.internal.parallel.Rows;

/**
 * Converts whole files: one row, one JSON document, one line. From a path, bytes, a stream, a channel or an object to a stream
 * of lines or to a callback for each row.
 *
 * <pre>{@code
 * ParquetJson.convert(Path.of("x.parquet"), System.out);
 * new ParquetJson().forEach(in, row -> handle(row.toBytes()));
 * }</pre>
 *
 * <p>What the caller passes stays open, and outputs are flushed. Parquet is read from its end, so that a stream is first read
 * whole: into memory up to {@link #SPOOL_MEMORY_BYTES}, into a temporary file where it is longer, which is deleted before the
 * call returns.
 *
 * <p>Everything is done by the calling thread unless a {@link ParquetConcurrency} says otherwise; outputs and callbacks are
 * the calling thread's in either case. Thread-safe.
 *
 * <p>Every conversion throws {@link ParquetFormatException} where the bytes are not what the format prescribes or pass a limit,
 * {@link ParquetUnsupportedException} where the file is encrypted or its codec missing, and {@link IOException} where the
 * input cannot be read or the output not be written, while it is converted {@link UncheckedIOException} with a callback. Rows before the fault have been handed on.
 */
public final class ParquetJson {

    /** 16 MiB: a longer stream is kept in a temporary file. */
    public static final int SPOOL_MEMORY_BYTES = 16 << 20;

    private static final int BATCH_BYTES = 1 << 18;
    private static final int SHARED_BATCH_BYTES = 1 << 20;

    private final ParquetOptions options;
    private final @Nullable ParquetConcurrency concurrency;
    private final ParquetEventDecoder decoder;

    /** A converter with {@link ParquetOptions#defaults()}. */
    public ParquetJson() {
        this(ParquetOptions.defaults());
    }

    public ParquetJson(ParquetOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        this.concurrency = null;
        this.decoder = new ParquetEventDecoder(options);
    }

    /** A converter that shares the work on each file with threads of the caller. */
    public ParquetJson(ParquetOptions options, ParquetConcurrency concurrency) {
        this.options = Objects.requireNonNull(options, "options");
        this.concurrency = Objects.requireNonNull(concurrency, "concurrency");
        this.decoder = new ParquetEventDecoder(options, concurrency);
    }

    /** Converts a file with the default options. */
    public static Result convert(Path file, OutputStream ndjson) throws IOException {
        return new ParquetJson().write(file, ndjson);
    }

    /** Converts bytes with the default options. */
    public static Result convert(byte[] parquet, OutputStream ndjson) throws IOException {
        return new ParquetJson().write(parquet, ndjson);
    }

    /** Converts a stream with the default options. */
    public static Result convert(InputStream parquet, OutputStream ndjson) throws IOException {
        return new ParquetJson().write(parquet, ndjson);
    }

    /** Converts a channel with the default options. */
    public static Result convert(SeekableByteChannel parquet, OutputStream ndjson) throws IOException {
        return new ParquetJson().write(parquet, ndjson);
    }

    /** Converts a file. */
    public Result write(Path file, OutputStream ndjson) throws IOException {
        try (LocalContent content = LocalContent.of(file)) {
            return write(content, ndjson);
        }
    }

    /** Converts bytes. */
    public Result write(byte[] parquet, OutputStream ndjson) throws IOException {
        return write(LocalContent.of("bytes in memory", parquet), ndjson);
    }

    /** Converts a stream, which is read to its end first. */
    public Result write(InputStream parquet, OutputStream ndjson) throws IOException {
        try (LocalContent content = Spool.of(parquet, SPOOL_MEMORY_BYTES)) {
            return write(content, ndjson);
        }
    }

    /** Converts all that a channel holds, from its position 0. */
    public Result write(SeekableByteChannel parquet, OutputStream ndjson) throws IOException {
        return write(LocalContent.of("bytes of a channel", parquet), ndjson);
    }

    /** Converts an object. */
    public Result write(ObjectContent content, OutputStream ndjson) throws IOException {
        Objects.requireNonNull(ndjson, "ndjson");
        Result result;
        try {
            result = convert(content, batch -> ndjson.write(batch.buffer(), 0, batch.sizeBytes()));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        ndjson.flush();
        return result;
    }

    /** Hands each row of a file to {@code row}. The event's bytes are valid until that returns. */
    public Result forEach(Path file, Consumer<EncodedEvent> row) throws IOException {
        try (LocalContent content = LocalContent.of(file)) {
            return forEach(content, row);
        }
    }

    /** Hands each row of bytes to {@code row}. The event's bytes are valid until that returns. */
    public Result forEach(byte[] parquet, Consumer<EncodedEvent> row) {
        return forEach(LocalContent.of("bytes in memory", parquet), row);
    }

    /** Hands each row of a stream, which is read to its end first, to {@code row}. The event's bytes are valid until that returns. */
    public Result forEach(InputStream parquet, Consumer<EncodedEvent> row) throws IOException {
        try (LocalContent content = Spool.of(parquet, SPOOL_MEMORY_BYTES)) {
            return forEach(content, row);
        }
    }

    /** Hands each row of a channel to {@code row}. The event's bytes are valid until that returns. */
    public Result forEach(SeekableByteChannel parquet, Consumer<EncodedEvent> row) throws IOException {
        return forEach(LocalContent.of("bytes of a channel", parquet), row);
    }

    /** Hands each row of an object to {@code row}. The event's bytes are valid until that returns. */
    public Result forEach(ObjectContent content, Consumer<EncodedEvent> row) {
        Objects.requireNonNull(row, "row");
        try {
            return convert(content, batch -> {
                for (int i = 0; i < batch.count(); i++) {
                    row.accept(batch.event(i));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written
        }
    }

    private interface Output {
        void take(EventBatch batch) throws IOException;
    }

    private Result convert(ObjectContent content, Output output) throws IOException {
        return concurrency == null || concurrency.rowGroupsAtOnce() == 1
                ? alone(content, output)
                : shared(content, output, concurrency);
    }

    private Result alone(ObjectContent content, Output output) throws IOException {
        EventBatch batch = new EventBatch(BATCH_BYTES, Integer.MAX_VALUE);
        long rows = 0;
        try (EventCursor cursor = decoder.open(content, 0)) {
            for (boolean more = true; more; ) {
                batch.clear(content.identity());
                try {
                    more = cursor.fill(batch);
                } catch (OcsfException e) {
                    output.take(batch); // rows before a fault are whole
                    throw e;
                }
                output.take(batch);
                rows += batch.count();
            }
            return new Result(rows, cursor.counts(), cursor.filteredRows());
        }
    }

    private Result shared(ObjectContent content, Output output, ParquetConcurrency threads) throws IOException {
        long count = 0;
        long filtered = 0;
        ConversionCounts counts = ConversionCounts.NONE;
        try (ParallelConversion conversion = new ParallelConversion(
                BlockDecoder.file(content, options), 0, threads, SHARED_BATCH_BYTES, Integer.MAX_VALUE)) {
            for (Rows rows = conversion.next(); rows != null; rows = conversion.next()) {
                output.take(rows.batch());
                count += rows.batch().count();
                counts = counts.plus(rows.counts());
                filtered += rows.filtered();
                conversion.giveBack(rows);
            }
            return new Result(count, counts, filtered);
        }
    }

    /**
     * What came of a file.
     *
     * @param rows how many rows became documents
     * @param counts what had to be altered so that the output is strict JSON
     * @param filtered how many rows a filter dropped; with {@code rows} they are all that the footer says
     */
    public record Result(long rows, ConversionCounts counts, long filtered) {}
}
