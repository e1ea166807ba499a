package org.ocsf4j.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to a file that becomes visible under its name when it is finished. A file that is being written is locked; one that
 * nobody holds is a crash's, and is finished by the first append. Thread-safe.
 */
final class RollingFile {

    private static final Logger LOG = LoggerFactory.getLogger(RollingFile.class);
    private static final String PART = ".part";
    private static final String PREFIX = "ocsf-";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    /** Files that this process writes: opening and closing one of them would give up its lock, which is the process's. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final String suffix;
    private final long rollBytes;
    private final Duration rollAfter;

    private final List<Abandoned> abandoned = new ArrayList<>();
    private boolean recovered;
    private @Nullable FileChannel channel;
    private Path part;
    private long length;
    private long openedNanos;

    private record Abandoned(Path part, long wholeBytes) {}

    RollingFile(Path folder, String suffix, long rollBytes, Duration rollAfter) {
        this.folder = folder;
        this.suffix = suffix;
        this.rollBytes = rollBytes;
        this.rollAfter = rollAfter;
        part = folder;
    }

    synchronized void append(byte[] bytes) throws IOException {
        FileChannel open = channel;
        if (open != null && open.isOpen() && System.nanoTime() - openedNanos >= rollAfter.toNanos()) {
            finish();
            open = null;
        }
        if (open == null || !open.isOpen()) { // an interrupt closes it
            abandon();
            publishAbandoned();
            open = open();
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                open.write(rest, length + rest.position());
            }
            open.force(true);
            length += bytes.length;
        } catch (IOException e) {
            abandon();
            throw e;
        }
        if (length >= rollBytes) {
            finish();
        }
    }

    /** Makes the file visible under its name. Nothing happens where there is none. */
    synchronized void finish() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
            publish(part, length);
        }
        publishAbandoned();
    }

    /** Lets go of a file that could not be written; it is finished, as long as its last whole append, when the disk lets us. */
    private void abandon() {
        FileChannel broken = channel;
        channel = null;
        if (broken != null) {
            abandoned.add(new Abandoned(part, length));
            try {
                broken.close();
            } catch (IOException e) {
                LOG.warn("[{}] the file could not be closed", part, e);
            }
        }
    }

    private void publishAbandoned() throws IOException {
        while (!abandoned.isEmpty()) {
            Abandoned first = abandoned.get(0);
            publish(first.part(), first.wholeBytes());
            abandoned.remove(0);
        }
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(folder);
        if (!recovered) {
            recover();
            recovered = true;
        }
        String stem = PREFIX + STAMP.format(Instant.now()) + "-"
                + ProcessHandle.current().pid() + "-";
        for (int n = 1; ; n++) {
            Path file = folder.resolve(stem + n + suffix + PART);
            if (Files.exists(published(file))) {
                continue;
            }
            try {
                OURS.add(file.toAbsolutePath());
                FileChannel made = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                lock(made);
                channel = made;
                part = file;
                length = 0;
                openedNanos = System.nanoTime();
                return made;
            } catch (FileAlreadyExistsException taken) {
                // another sink of this process within the same millisecond
            }
        }
    }

    private void recover() throws IOException {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(RollingFile::isPart).forEach(left::add);
        }
        for (Path file : left) {
            if (file.getFileName().toString().endsWith(suffix + PART)
                    && !OURS.contains(file.toAbsolutePath())
                    && isNobodys(file)) {
                publish(file, WholeBytes.of(file, suffix));
            }
        }
    }

    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(PART);
    }

    private static boolean isNobodys(Path file) throws IOException {
        try (FileChannel found = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return found.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static void lock(FileChannel made) throws IOException {
        try {
            made.tryLock();
        } catch (OverlappingFileLockException impossible) {
            throw new IOException("a new file is locked already", impossible);
        }
    }

    private static Path published(Path part) {
        String name = part.getFileName().toString();
        return part.resolveSibling(name.substring(0, name.length() - PART.length()));
    }

    private static void publish(Path part, long wholeBytes) throws IOException {
        if (wholeBytes == 0) {
            Files.deleteIfExists(part);
            OURS.remove(part.toAbsolutePath());
            return;
        }
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            if (file.size() > wholeBytes) {
                file.truncate(wholeBytes);
                file.force(true);
            }
        }
        Files.move(part, published(part), StandardCopyOption.ATOMIC_MOVE);
        OURS.remove(part.toAbsolutePath());
    }
}
