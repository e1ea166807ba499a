package org.ocsf4j.fuzz.judge;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.fuzz.FuzzCase;

/** Judges one file after another in a thread of its own, which is left behind where it hangs. Not thread-safe. */
public final class TimedJudge implements AutoCloseable {

    private final Judge judge;
    private final Duration limit;
    private final ReadWriteLock together;
    private @Nullable Thread reader;
    private ExecutorService readers = start();

    /**
     * @param limit how long a file may take
     * @param together shared by the judges of one heap, of which the last word on memory is spoken alone
     */
    public TimedJudge(Judge judge, Duration limit, ReadWriteLock together) {
        this.together = together;
        this.judge = judge;
        this.limit = limit;
    }

    private ExecutorService start() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz-reader");
            thread.setDaemon(true);
            reader = thread;
            return thread;
        });
    }

    /** Reads the case's file, at most for the time allowed; once more and alone where memory did not suffice for it. */
    public Verdict judge(FuzzCase fuzzCase, boolean checkJson) throws InterruptedException {
        Verdict verdict;
        together.readLock().lockInterruptibly();
        try {
            verdict = once(fuzzCase, checkJson);
        } finally {
            together.readLock().unlock();
        }
        if (verdict.outcome() != Outcome.OUT_OF_MEMORY) {
            return verdict;
        }
        together.writeLock().lockInterruptibly();
        try {
            return once(fuzzCase, checkJson);
        } finally {
            together.writeLock().unlock();
        }
    }

    private Verdict once(FuzzCase fuzzCase, boolean checkJson) throws InterruptedException {
        Future<Verdict> verdict = readers.submit(() -> judge.judge(fuzzCase, checkJson));
        try {
            return verdict.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return hang();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a judge does not throw", e);
        }
    }

    private Verdict hang() {
        Throwable where = new Throwable("still here after " + limit);
        if (reader != null) {
            where.setStackTrace(reader.getStackTrace());
        }
        readers.shutdownNow();
        readers = start();
        return Verdict.of(Outcome.HANG, where, 0);
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
