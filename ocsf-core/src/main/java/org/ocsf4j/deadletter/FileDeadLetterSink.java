package org.ocsf4j.deadletter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps dead letters as NDJSON in a folder, one file for each sink, made with the first letter:
 * {@code dead-letters-<UTC time>-<process id>.ndjson}, behind it {@code .gz} where they are compressed. The file is locked while
 * letters may be added to it. Letters are on disk ({@code fsync}) when {@link #write} returns, and a
 * write that failed leaves no half line in front of later letters. Thread-safe; whoever made it closes it.
 */
public final class FileDeadLetterSink implements DeadLetterSink {

    private static final Logger LOG = LoggerFactory.getLogger(FileDeadLetterSink.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    /** What the names of its files begin with. */
    public static final String FILE_PREFIX = "dead-letters-";

    private final Path folder;
    private final Clock clock;
    private final boolean gzip;
    private @Nullable FileChannel channel;

    /**
     * Makes a sink that writes nothing before its first letter.
     *
     * @param folder where the file goes; made when it is needed
     */
    public FileDeadLetterSink(Path folder) {
        this(folder, Clock.systemUTC());
    }

    /** Makes a sink as {@link #FileDeadLetterSink(Path)} does, whose files are compressed with gzip. */
    public static FileDeadLetterSink compressed(Path folder) {
        return new FileDeadLetterSink(folder, Clock.systemUTC(), true);
    }

    FileDeadLetterSink(Path folder, Clock clock) {
        this(folder, clock, false);
    }

    private FileDeadLetterSink(Path folder, Clock clock, boolean gzip) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.clock = clock;
        this.gzip = gzip;
    }

    @Override
    public synchronized void write(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        try {
            // compressed, each write is a gzip member of its own: whole when it is on disk
            append(gzip ? DeadLetterLines.compressed(letters) : DeadLetterLines.of(letters));
        } catch (IOException e) {
            throw new UnavailableException(
                    "[" + folder + "] dead letters could not be stored; " + e + "; check the folder and its disk", e);
        }
    }

    private void append(byte[] lines) throws IOException {
        FileChannel file = open();
        long before = file.size();
        try {
            ByteBuffer rest = ByteBuffer.wrap(lines);
            file.position(before);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        } catch (IOException e) {
            takeBack(file, before, e);
            throw e;
        }
    }

    /** Where not even that succeeds, later letters get a file of their own. */
    private void takeBack(FileChannel file, long before, IOException failure) {
        try {
            file.truncate(before);
        } catch (IOException again) {
            failure.addSuppressed(again);
            channel = null;
            try {
                file.close();
            } catch (IOException notClosed) {
                failure.addSuppressed(notClosed);
            }
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open != null && open.isOpen()) { // an interrupt closes it
            return open;
        }
        Files.createDirectories(folder);
        String stem = FILE_PREFIX + STAMP.format(clock.instant()) + "-"
                + ProcessHandle.current().pid();
        for (int n = 1; ; n++) {
            Path file = folder.resolve(stem + (n == 1 ? "" : "-" + n) + (gzip ? ".ndjson.gz" : ".ndjson"));
            try {
                FileChannel made = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                lock(made);
                channel = made;
                return made;
            } catch (FileAlreadyExistsException taken) {
                // another sink of this process within the same millisecond
            }
        }
    }

    /** Tells others that letters may still be added; where the file system has no locks, they have to know. */
    private static void lock(FileChannel made) {
        try {
            made.tryLock();
        } catch (IOException | OverlappingFileLockException unsupported) {
            LOG.debug("a file of dead letters is not locked", unsupported);
        }
    }

    @Override
    public synchronized void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UnavailableException(
                        "[" + folder + "] the file of dead letters could not be closed; " + e, e);
            }
        }
    }
}
