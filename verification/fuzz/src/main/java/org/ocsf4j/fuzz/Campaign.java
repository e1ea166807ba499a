package org.ocsf4j.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.ocsf4j.fuzz.judge.Decoders;
import org.ocsf4j.fuzz.judge.Judge;
import org.ocsf4j.fuzz.judge.Outcome;
import org.ocsf4j.fuzz.judge.TimedJudge;
import org.ocsf4j.fuzz.judge.Verdict;

/** Runs cases in a few threads until they are through, the time is up, or too many readers hang. */
public final class Campaign {

    /** Rows of every so manieth case are parsed. */
    private static final int JSON_EVERY = 4;

    /** Each of them goes on taking processor time. */
    private static final int MOST_HANGS = 12;

    private final FuzzOptions options;
    private final CaseMaker cases;
    private final Judge judge;
    private final ReadWriteLock together = new ReentrantReadWriteLock();
    private final Report report = new Report();
    private final AtomicLong next;
    private final long end;
    private final long start = System.nanoTime();

    public Campaign(FuzzOptions options, CaseMaker cases, Decoders decoders) {
        this.options = options;
        this.cases = cases;
        this.judge = new Judge(decoders);
        this.next = new AtomicLong(options.firstCase());
        this.end = options.firstCase() + options.count();
    }

    /** What has come of it so far. */
    public Report report() {
        return report;
    }

    /** Runs the cases. */
    public Report run() throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < options.threads(); i++) {
            Thread worker = new Thread(this::work, "fuzz-worker-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return report;
    }

    private void work() {
        try (TimedJudge timed = new TimedJudge(judge, options.hang(), together)) {
            for (long number = next.getAndIncrement(); number < end && !isOver(); number = next.getAndIncrement()) {
                run(number, timed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver() {
        Duration atMost = options.atMost();
        boolean late = atMost != null && System.nanoTime() - start > atMost.toNanos();
        return late || report.count(Outcome.HANG) >= MOST_HANGS;
    }

    private void run(long number, TimedJudge timed) throws InterruptedException {
        FuzzCase fuzzCase;
        try {
            fuzzCase = cases.make(number);
        } catch (RuntimeException | OutOfMemoryError e) {
            report.addBroken(number, e);
            return;
        }
        long begin = System.nanoTime();
        Verdict verdict = timed.judge(fuzzCase, number % JSON_EVERY == 0 || options.count() == 1);
        report.add(fuzzCase, verdict, (System.nanoTime() - begin) / 1_000_000);
        Path folder = options.keep();
        if (folder != null && (!verdict.outcome().isAllowed() || options.count() == 1)) {
            keep(folder, fuzzCase, verdict);
        }
    }

    private static void keep(Path folder, FuzzCase fuzzCase, Verdict verdict) {
        String name = fuzzCase.seed() + "-" + fuzzCase.number();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".parquet"), fuzzCase.bytes());
            Files.writeString(folder.resolve(name + ".txt"), fuzzCase + "\n" + verdict + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
