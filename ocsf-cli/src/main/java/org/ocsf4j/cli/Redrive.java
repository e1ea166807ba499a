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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterReader;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.sink.EventOutcome;

/**
 * Drives the letters of a file again. No letter is lost at any moment: what is not sent, or fails again, is first written to a file
 * of its own, that file is put beside the old one, and only then is the old one renamed. A crash in between leaves letters twice,
 * and their ids make that harmless.
 */
final class Redrive {

    private static final String DONE = ".redriven";
    private static final int BATCH_LETTERS = 1_000;
    private static final long BATCH_BYTES = 4 << 20;

    private final OpenSearchSink sink;
    private final LetterFilter filter;
    private final boolean dryRun;
    private final RedriveCounts counts;

    Redrive(OpenSearchSink sink, LetterFilter filter, boolean dryRun, RedriveCounts counts) {
        this.sink = sink;
        this.filter = filter;
        this.dryRun = dryRun;
        this.counts = counts;
    }

    /** The files of letters at a path: the path itself, or those in the folder, oldest first. */
    static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException("[" + path + "] there is no such file or folder; check the path");
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Redrive::isOfLetters).sorted().toList();
        }
    }

    private static boolean isOfLetters(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(FileDeadLetterSink.FILE_PREFIX)
                && (name.endsWith(".ndjson") || name.endsWith(".ndjson.gz"));
    }

    void run(Path file) throws IOException, InterruptedException {
        counts.files++;
        if (isBeingWritten(file)) {
            counts.filesInUse++;
            Progress.say("ocsf: [" + file + "] a pipeline is writing this file; run this again when it has ended");
        } else if (survey(file) > 0 && !dryRun) {
            drive(file);
        }
    }

    /** A sink locks its file for as long as letters may be added to it. */
    private static boolean isBeingWritten(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException oursWritesIt) {
            return true;
        }
    }

    /** Counts before anything is sent, and finds out whether every line can be read. */
    private long survey(Path file) {
        long matching = 0;
        try (DeadLetterReader reader = DeadLetterReader.open(file)) {
            for (DeadLetter letter = reader.next(); letter != null; letter = reader.next()) {
                counts.letters++;
                if (letter.document() == null) {
                    counts.objects++;
                } else if (filter.test(letter)) {
                    matching++;
                }
            }
            counts.torn += reader.isTorn() ? 1 : 0;
        }
        counts.matching += matching;
        return matching;
    }

    private void drive(Path file) throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Path kept = Files.createTempDirectory(folder, ".redrive-");
        try {
            boolean compressed = String.valueOf(file.getFileName()).endsWith(".gz");
            try (DeadLetterReader reader = DeadLetterReader.open(file);
                    FileDeadLetterSink again =
                            compressed ? FileDeadLetterSink.compressed(kept) : new FileDeadLetterSink(kept)) {
                send(reader, again);
            }
            for (Path left : files(kept)) {
                Files.move(left, folder.resolve(String.valueOf(left.getFileName())), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(file, file.resolveSibling(file.getFileName() + DONE), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(kept);
        }
    }

    private void send(DeadLetterReader reader, FileDeadLetterSink again) throws InterruptedException {
        List<DeadLetter> batch = new ArrayList<>();
        List<DeadLetter> kept = new ArrayList<>();
        long bytes = 0;
        for (DeadLetter letter = reader.next(); letter != null; letter = reader.next()) {
            byte[] document = letter.document();
            if (document == null || !filter.test(letter)) {
                kept.add(letter);
            } else {
                batch.add(letter);
                bytes += document.length;
            }
            if (batch.size() + kept.size() >= BATCH_LETTERS || bytes >= BATCH_BYTES) {
                send(batch, kept);
                again.write(kept);
                batch.clear();
                kept.clear();
                bytes = 0;
            }
        }
        send(batch, kept);
        again.write(kept);
    }

    private void send(List<DeadLetter> batch, List<DeadLetter> kept) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        List<EventOutcome> outcomes = sink.redrive(batch);
        for (int i = 0; i < batch.size(); i++) {
            EventOutcome outcome = outcomes.get(i);
            if (outcome instanceof EventOutcome.Rejected rejected) {
                counts.rejectedAgain++;
                kept.add(batch.get(i).refusedAgain(rejected.status(), rejected.errorType(), rejected.reason()));
            } else if (outcome instanceof EventOutcome.AlreadyPresent) {
                counts.alreadyPresent++;
            } else {
                counts.indexed++;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
