package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One server's temporary folder: data, configuration, log. A lock file next to it is held as long as the process that
 * made it lives; a folder whose lock can be had is a dead process's and is swept at the next start.
 */
final class RunFolder implements AutoCloseable {

    /** A lock file is made before it is locked; younger ones are left alone. */
    private static final Duration SWEEP_AGE = Duration.ofMinutes(1);

    /** Our own lock files: whoever opens and closes one of them gives up its lock, for POSIX locks are the process's. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path lockFile;
    private final FileChannel lock;

    private RunFolder(Path path, Path lockFile, FileChannel lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static RunFolder create(String server) {
        Path root = Path.of(System.getProperty("java.io.tmpdir"), "ocsf4j-" + System.getProperty("user.name"));
        try {
            return create(root, server);
        } catch (IOException failure) {
            throw new LocalServerException(
                    "[" + server + "] no temporary folder; " + root
                            + "; make it writable or choose another with -Djava.io.tmpdir",
                    failure);
        }
    }

    static RunFolder create(Path root, String server) throws IOException {
        Files.createDirectories(root);
        sweep(root, Instant.now().minus(SWEEP_AGE));
        String name = server + "-" + UUID.randomUUID();
        Path lockFile = root.toAbsolutePath().resolve(name + ChildMain.LOCK_SUFFIX);
        OURS.add(lockFile);
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new RunFolder(Files.createDirectory(root.resolve(name)).toRealPath(), lockFile, lock);
    }

    /** Deletes the folders of dead processes. */
    static void sweep(Path root, Instant madeBefore) throws IOException {
        List<Path> lockFiles;
        try (Stream<Path> entries = Files.list(root)) {
            lockFiles = entries.filter(entry -> entry.toString().endsWith(ChildMain.LOCK_SUFFIX))
                    .collect(Collectors.toList());
        }
        for (Path lockFile : lockFiles) {
            try {
                if (!OURS.contains(lockFile.toAbsolutePath())
                        && Files.getLastModifiedTime(lockFile).toInstant().isBefore(madeBefore)) {
                    sweepOne(lockFile);
                }
            } catch (IOException inUse) {
                // gone meanwhile, or its server is still ending: another start will sweep it
            }
        }
    }

    private static void sweepOne(Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                String name = lockFile.getFileName().toString();
                FileTrees.delete(
                        lockFile.resolveSibling(name.substring(0, name.length() - ChildMain.LOCK_SUFFIX.length())));
                Files.deleteIfExists(lockFile);
            }
        } catch (OverlappingFileLockException ours) {
            // a live server of this very process
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            FileTrees.delete(path);
            Files.deleteIfExists(lockFile);
        } catch (IOException busy) {
            // another start will sweep it
        } finally {
            OURS.remove(lockFile);
            try {
                lock.close();
            } catch (IOException closed) {
                // the lock is gone either way
            }
        }
    }
}
