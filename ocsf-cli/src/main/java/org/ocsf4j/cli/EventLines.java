package org.ocsf4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The lines of an NDJSON file, each a window on one buffer. */
final class EventLines {

    /** A longer line is no event; it would take memory without bound. */
    private static final int MAX_LINE_BYTES = 64 << 20;

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private EventLines() {}

    /** Takes a line, without its line feed. */
    interface Line {
        void accept(byte[] buffer, int offset, int length, long bytesRead) throws IOException;
    }

    /** Whether the file begins as a Parquet file does. */
    static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), PARQUET);
        }
    }

    static void forEach(Path file, Line each) throws IOException {
        byte[] buffer = new byte[1 << 18];
        int held = 0;
        long bytesRead = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer, 0, buffer.length); n > 0; n = in.read(buffer, held, buffer.length - held)) {
                bytesRead += n;
                int end = held + n;
                int start = 0;
                for (int i = held; i < end; i++) {
                    if (buffer[i] == '\n') {
                        line(buffer, start, i, bytesRead, each);
                        start = i + 1;
                    }
                }
                held = end - start;
                System.arraycopy(buffer, start, buffer, 0, held);
                if (held == buffer.length) {
                    if (held >= MAX_LINE_BYTES) {
                        throw new IOException("[" + file + "] a line is longer than " + MAX_LINE_BYTES
                                + " bytes; write one event a line");
                    }
                    buffer = Arrays.copyOf(buffer, held * 2);
                }
            }
            line(buffer, 0, held, bytesRead, each);
        }
    }

    private static void line(byte[] buffer, int start, int end, long bytesRead, Line each) throws IOException {
        int from = start;
        int to = end;
        while (to > from && buffer[to - 1] <= ' ' && buffer[to - 1] >= 0) {
            to--;
        }
        while (from < to && buffer[from] <= ' ' && buffer[from] >= 0) {
            from++;
        }
        if (to > from) {
            each.accept(buffer, from, to - from, bytesRead);
        }
    }
}
