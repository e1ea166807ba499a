package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ocsf4j.deadletter.DeadLetterReader;
import org.ocsf4j.deadletter.FileDeadLetterSink;

/**
 * Files of letters in a folder. What is kept is first written to a file of its own, that file is put beside the old one, and only then
 * is the old one renamed. A crash in between leaves letters twice, and their ids make that harmless.
 */
final class LetterFiles {

    private static final String DONE = ".redriven";

    private LetterFiles() {}

    /** The files of letters at a path: the path itself, or those in the folder, oldest first. */
    static List<Path> at(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException("[" + path + "] there is no such file or folder; check the path");
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(LetterFiles::isOfLetters).sorted().toList();
        }
    }

    private static boolean isOfLetters(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(FileDeadLetterSink.FILE_PREFIX)
                && (name.endsWith(".ndjson") || name.endsWith(".ndjson.gz"));
    }

    /** One of them. */
    record InFolder(Path file) implements LetterFile {

        /** A sink locks its file for as long as letters may be added to it. */
        @Override
        public boolean isBeingWritten() throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock == null;
            } catch (OverlappingFileLockException oursWritesIt) {
                return true;
            }
        }

        @Override
        public DeadLetterReader open() {
            return DeadLetterReader.open(file);
        }

        @Override
        public void drive(Driving driving) throws IOException, InterruptedException {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
            Path kept = Files.createTempDirectory(folder, ".redrive-");
            try {
                boolean compressed = String.valueOf(file.getFileName()).endsWith(".gz");
                try (DeadLetterReader reader = open();
                        FileDeadLetterSink again =
                                compressed ? FileDeadLetterSink.compressed(kept) : new FileDeadLetterSink(kept)) {
                    driving.send(reader, again);
                }
                for (Path left : at(kept)) {
                    Files.move(
                            left, folder.resolve(String.valueOf(left.getFileName())), StandardCopyOption.ATOMIC_MOVE);
                }
                Files.move(file, file.resolveSibling(file.getFileName() + DONE), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(kept);
            }
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
