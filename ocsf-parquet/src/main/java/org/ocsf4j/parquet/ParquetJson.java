package org.ocsf4j.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.internal.file.LocalContent;

/**
 * Converts whole files: one row, one JSON document, one line.
 *
 * <pre>{@code
 * ParquetJson.convert(Path.of("x.parquet"), System.out);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class ParquetJson {

    private static final int BATCH_BYTES = 1 << 18;

    private final ParquetEventDecoder decoder;

    /** A converter with {@link ParquetOptions#defaults()}. */
    public ParquetJson() {
        this(ParquetOptions.defaults());
    }

    public ParquetJson(ParquetOptions options) {
        this.decoder = new ParquetEventDecoder(options);
    }

    /**
     * Converts a file with the default options.
     *
     * @return how many rows were converted and what had to be altered
     * @throws IOException where the file cannot be read or the output not be written
     * @throws ParquetFormatException where the bytes are not what the format prescribes
     */
    public static Result convert(Path file, OutputStream ndjson) throws IOException {
        return new ParquetJson().write(file, ndjson);
    }

    /**
     * Converts bytes with the default options.
     *
     * @throws IOException where the output cannot be written
     * @throws ParquetFormatException where the bytes are not what the format prescribes
     */
    public static Result convert(byte[] parquet, OutputStream ndjson) throws IOException {
        return new ParquetJson().write(parquet, ndjson);
    }

    /** Converts a file. The output is flushed, not closed. */
    public Result write(Path file, OutputStream ndjson) throws IOException {
        try (LocalContent content = LocalContent.of(file)) {
            return write(content, ndjson);
        }
    }

    /** Converts bytes. The output is flushed, not closed. */
    public Result write(byte[] parquet, OutputStream ndjson) throws IOException {
        return write(LocalContent.of("bytes in memory", parquet), ndjson);
    }

    /** Converts an object. The output is flushed, not closed; the content stays open. */
    public Result write(ObjectContent content, OutputStream ndjson) throws IOException {
        Objects.requireNonNull(ndjson, "ndjson");
        EventBatch batch = new EventBatch(BATCH_BYTES, Integer.MAX_VALUE);
        long rows = 0;
        try (EventCursor cursor = decoder.open(content, 0)) {
            for (batch.clear(content.identity()); cursor.fill(batch); batch.clear(content.identity())) {
                ndjson.write(batch.buffer(), 0, batch.sizeBytes());
                rows += batch.count();
            }
            ndjson.flush();
            return new Result(rows, cursor.counts());
        }
    }

    /** Hands each row of a file to {@code row}. The event's bytes are valid until that returns. */
    public Result forEach(Path file, Consumer<EncodedEvent> row) throws IOException {
        try (LocalContent content = LocalContent.of(file)) {
            return forEach(content, row);
        }
    }

    /** Hands each row of an object to {@code row}. The event's bytes are valid until that returns. */
    public Result forEach(ObjectContent content, Consumer<EncodedEvent> row) {
        EventBatch batch = new EventBatch(BATCH_BYTES, Integer.MAX_VALUE);
        long rows = 0;
        try (EventCursor cursor = decoder.open(content, 0)) {
            for (batch.clear(content.identity()); cursor.fill(batch); batch.clear(content.identity())) {
                for (int i = 0; i < batch.count(); i++) {
                    row.accept(batch.event(i));
                }
                rows += batch.count();
            }
            return new Result(rows, cursor.counts());
        }
    }

    /**
     * What came of a file.
     *
     * @param rows how many rows, each one document
     * @param counts what had to be altered so that the output is strict JSON
     */
    public record Result(long rows, ConversionCounts counts) {}
}
