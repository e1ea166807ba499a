package org.ocsf4j.sink;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How much of a file that a crash has left is whole: up to its last line feed, or its last whole gzip member. */
final class WholeBytes {

    /** A member without name, comment or extra field, as we write them (RFC 1952, section 2.3). */
    private static final int GZIP_HEADER_BYTES = 10;

    private static final int GZIP_TRAILER_BYTES = 8;
    private static final int BUFFER_BYTES = 1 << 16;

    private WholeBytes() {}

    /** For a suffix that is not known, the whole file: its reader has to cope with a torn end. */
    static long of(Path file, String suffix) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return switch (suffix) {
                case ".ndjson" -> lines(in);
                case ".ndjson.gz" -> members(in);
                default -> Files.size(file);
            };
        }
    }

    private static long lines(InputStream in) throws IOException {
        long whole = 0;
        long position = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            position++;
            if (b == '\n') {
                whole = position;
            }
        }
        return whole;
    }

    private static long members(InputStream in) throws IOException {
        long whole = 0;
        try {
            while (true) {
                long member = memberBytes(in);
                if (member == 0) {
                    return whole;
                }
                whole += member;
            }
        } catch (EOFException | DataFormatException torn) {
            return whole;
        }
    }

    /** Reads one member, a byte at a time at its end so that nothing of the next is taken. 0 behind the last. */
    private static long memberBytes(InputStream in) throws IOException, DataFormatException {
        int first = in.read();
        if (first < 0) {
            return 0;
        }
        if (first != 0x1f || in.read() != 0x8b) {
            throw new DataFormatException("not a gzip member");
        }
        in.skipNBytes(GZIP_HEADER_BYTES - 2);
        Inflater inflater = new Inflater(true);
        try {
            byte[] one = new byte[BUFFER_BYTES];
            byte[] out = new byte[BUFFER_BYTES];
            while (!inflater.finished()) {
                if (inflater.inflate(out) > 0 || !inflater.needsInput()) {
                    continue;
                }
                in.mark(BUFFER_BYTES);
                int read = in.read(one);
                if (read < 0) {
                    throw new EOFException("the member is torn");
                }
                inflater.setInput(one, 0, read);
                while (!inflater.needsInput() && !inflater.finished()) {
                    if (inflater.inflate(out) == 0 && inflater.needsInput()) {
                        break;
                    }
                }
                if (inflater.finished()) {
                    in.reset();
                    in.skipNBytes(read - inflater.getRemaining());
                }
            }
            in.skipNBytes(GZIP_TRAILER_BYTES);
            return GZIP_HEADER_BYTES + inflater.getBytesRead() + GZIP_TRAILER_BYTES;
        } finally {
            inflater.end();
        }
    }
}
