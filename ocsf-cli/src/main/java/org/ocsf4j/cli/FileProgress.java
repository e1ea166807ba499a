package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How far the reading of one file is, on stderr: a bar on a terminal, a plain line every few seconds otherwise. */
final class FileProgress implements AutoCloseable {

    private static final long PLAIN_NANOS = 3_000_000_000L;
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final int CHECK_EVERY = 1_024;
    private static final int BAR = 30;

    private final boolean terminal = Boolean.getBoolean("ocsf.terminal");
    private final Path file;
    private final long size;
    private final long start = System.nanoTime();
    private long last = start;
    private long events;

    private FileProgress(Path file, long size) {
        this.file = file;
        this.size = size;
    }

    static FileProgress of(Path file) throws IOException {
        return new FileProgress(file, Files.isRegularFile(file) ? Files.size(file) : 0);
    }

    /** One more event; {@code bytesRead} of the file so far, 0 where that is not known. */
    void event(long bytesRead) {
        if (++events % CHECK_EVERY != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - last < (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
            return;
        }
        last = now;
        double perSecond = events / Math.max((now - start) / 1e9, 1e-3);
        String line = String.format(Locale.ROOT, "%s %,d events, %,.0f events/s", bar(bytesRead), events, perSecond);
        System.err.print(terminal ? "\r\u001b[K" + line + " " + file.getFileName() : line + System.lineSeparator());
    }

    private String bar(long bytesRead) {
        if (bytesRead <= 0 || size <= 0) {
            return "";
        }
        int done = (int) Math.min(BAR, BAR * bytesRead / size);
        return "[" + "#".repeat(done) + ".".repeat(BAR - done) + "] " + 100 * bytesRead / size + " %";
    }

    @Override
    public void close() {
        if (terminal && last != start) {
            System.err.print("\r\u001b[K");
            last = start;
        }
    }
}
