package org.ocsf4j.deadletter;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.failure.UnavailableException;

/**
 * Reads a file that {@link FileDeadLetterSink} wrote, compressed or not. One letter is in memory at a time. What a crash has left
 * half written at the end was never confirmed and is passed over; {@link #isTorn()} says so.
 *
 * <p>Not thread-safe; whoever opened it closes it.
 */
public final class DeadLetterReader implements AutoCloseable {

    /** A longer line is no letter. 64 MiB. */
    private static final int MAX_LINE_BYTES = 64 << 20;

    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path file;
    private final InputStream in;
    private long line;
    private boolean torn;

    private DeadLetterReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Opens a file of letters.
     *
     * @param file its path; whether it is compressed is told by its first bytes
     * @throws UnavailableException where it cannot be read
     */
    public static DeadLetterReader open(Path file) {
        try {
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            try {
                raw.mark(2);
                boolean gzip = ((raw.read() << 8) | raw.read()) == GZIP_MAGIC;
                raw.reset();
                return new DeadLetterReader(
                        file, gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16)) : raw);
            } catch (EOFException torn) { // not even a header
                return new DeadLetterReader(file, raw);
            } catch (IOException e) {
                raw.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * The next letter; null behind the last.
     *
     * @throws CorruptObjectException where a line is not a letter
     * @throws UnavailableException where the file cannot be read
     */
    public @Nullable DeadLetter next() {
        byte[] bytes = readLine();
        if (bytes == null) {
            return null;
        }
        try {
            return DeadLetterParser.parse(bytes);
        } catch (IOException | RuntimeException e) {
            throw new CorruptObjectException(
                    "[" + file + ": line " + line + "] this is not a dead letter; " + e.getMessage()
                            + "; take the line out or mend it",
                    e);
        }
    }

    /** Whether the file ends in the middle of a letter. Known behind the last letter. */
    public boolean isTorn() {
        return torn;
    }

    private byte @Nullable [] readLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
        line++;
        try {
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    torn = bytes.size() > 0;
                    return null;
                }
                if (bytes.size() == MAX_LINE_BYTES) {
                    throw new CorruptObjectException("[" + file + ": line " + line + "] a line is longer than "
                            + MAX_LINE_BYTES + " bytes; this is not a file of dead letters");
                }
                bytes.write(b);
            }
            return bytes.toByteArray();
        } catch (EOFException e) { // in the middle of a compressed write
            torn = true;
            return null;
        } catch (ZipException e) {
            throw new CorruptObjectException(
                    "[" + file + ": line " + line + "] the compressed bytes are wrong; " + e.getMessage()
                            + "; restore the file",
                    e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UnavailableException unreadable(Path file, IOException e) {
        return new UnavailableException(
                "[" + file + "] the dead letters cannot be read; " + e + "; check the path and its rights", e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
