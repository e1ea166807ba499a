package org.ocsf4j.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.UnavailableException;

/**
 * Writes events as NDJSON files into a folder: {@code ocsf-<UTC time>-<process id>-<number>.ndjson}, with {@code .gz} behind it where
 * they are compressed. A file that is being written has {@code .part} behind its name; once it is large or old enough it is renamed,
 * in one step, so that whoever picks up files sees only whole ones.
 *
 * <p>Events are on disk ({@code fsync}) when {@link #write} returns. What a crash leaves as {@code .part} is cut behind its last whole
 * batch and renamed by the next sink of the folder. An event that is written again stands in the files twice: at least once.
 *
 * <p>Thread-safe; batches are written one after the other. {@link #close()} renames the last file.
 */
public final class NdjsonFileSink implements EventSink {

    /** A file that has reached this size is finished: 256 MiB, as it is on disk. */
    public static final long DEFAULT_ROLL_BYTES = 256L << 20;

    /** A file that is this old is finished by the next write: 10 minutes. */
    public static final Duration DEFAULT_ROLL_AFTER = Duration.ofMinutes(10);

    /** Compresses what one write appends; the results of several, one behind the other, must be readable as one. */
    @FunctionalInterface
    public interface Compressor {
        /** A stream that compresses into {@code out} and ends what it has begun when it is closed. */
        OutputStream compress(OutputStream out) throws IOException;
    }

    private final Path folder;
    private final RollingFile file;
    private final Compressor compressor;

    private NdjsonFileSink(Builder builder) {
        folder = builder.folder;
        compressor = builder.compressor;
        file = new RollingFile(folder, ".ndjson" + builder.suffix, builder.rollBytes, builder.rollAfter);
    }

    /** A sink into this folder, which is made when it is needed. */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    @Override
    public List<EventOutcome> write(EventBatch batch) {
        if (!batch.isEmpty()) {
            try {
                file.append(compressed(batch));
            } catch (IOException e) {
                throw new UnavailableException(
                        "[" + folder + "] events could not be stored; " + e + "; check the folder and its disk", e);
            }
        }
        return Collections.nCopies(batch.count(), EventOutcome.INDEXED);
    }

    private byte[] compressed(EventBatch batch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(batch.sizeBytes() / 4 + 64);
        try (OutputStream out = compressor.compress(bytes)) {
            out.write(batch.buffer(), 0, batch.sizeBytes());
        }
        return bytes.toByteArray();
    }

    /** Finishes the file that is being written now. The next event begins another. */
    public void roll() {
        try {
            file.finish();
        } catch (IOException e) {
            throw new UnavailableException(
                    "[" + folder + "] the file could not be finished; " + e + "; check the folder and its disk", e);
        }
    }

    @Override
    public void close() {
        roll();
    }

    /** Options of the sink. Not thread-safe. */
    public static final class Builder {

        private final Path folder;
        private String suffix = "";
        private Compressor compressor = out -> out;
        private long rollBytes = DEFAULT_ROLL_BYTES;
        private Duration rollAfter = DEFAULT_ROLL_AFTER;

        private Builder(Path folder) {
            this.folder = Objects.requireNonNull(folder, "folder");
        }

        /** Compresses with gzip; files end in {@code .gz}. The default is no compression. */
        public Builder gzip() {
            return compression(".gz", out -> new GZIPOutputStream(out, 1 << 16));
        }

        /**
         * Compresses with something else, such as zstd: {@code compression(".zst", ZstdOutputStream::new)}. The default is
         * no compression.
         *
         * @param fileSuffix what the names of its files end in, with its dot
         */
        public Builder compression(String fileSuffix, Compressor with) {
            if (!fileSuffix.matches("\\.[A-Za-z0-9]{1,16}")) {
                throw new IllegalArgumentException("not a file suffix; \"" + fileSuffix + "\"; use such as .zst");
            }
            suffix = fileSuffix;
            compressor = Objects.requireNonNull(with, "with");
            return this;
        }

        /** When a file is large enough. The default is {@link #DEFAULT_ROLL_BYTES}. */
        public Builder rollBytes(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("rollBytes is below 1; " + bytes);
            }
            rollBytes = bytes;
            return this;
        }

        /** When a file is old enough. The default is {@link #DEFAULT_ROLL_AFTER}. */
        public Builder rollAfter(Duration age) {
            if (age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException("rollAfter is not positive; " + age);
            }
            rollAfter = age;
            return this;
        }

        /** The sink. Makes no file yet. */
        public NdjsonFileSink build() {
            return new NdjsonFileSink(this);
        }
    }
}
