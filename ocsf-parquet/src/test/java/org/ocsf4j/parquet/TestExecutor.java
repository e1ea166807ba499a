package org.ocsf4j.parquet;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Executors as a caller may have them. Counts its tasks. */
final class TestExecutor implements Executor, AutoCloseable {

    enum Kind {
        DIRECT,
        ONE_THREAD,
        MANY_THREADS,
        /** Its only thread is busy for ever. */
        SATURATED,
        REJECTING,
        /** Takes tasks and forgets them. */
        DROPPING,
        /** Rejects every other task. */
        UNRELIABLE
    }

    private final Kind kind;
    private final ExecutorService threads;
    private final CountDownLatch busy = new CountDownLatch(1);
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    TestExecutor(Kind kind) {
        this.kind = kind;
        this.threads = Executors.newFixedThreadPool(kind == Kind.MANY_THREADS ? 4 : 1);
        if (kind == Kind.SATURATED) {
            threads.execute(this::stayBusy);
        }
    }

    private void stayBusy() {
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void execute(Runnable task) {
        int number = given.incrementAndGet();
        switch (kind) {
            case DIRECT -> run(task);
            case REJECTING -> throw new RejectedExecutionException("no");
            case DROPPING -> {}
            case UNRELIABLE -> {
                if (number % 2 == 0) {
                    throw new RejectedExecutionException("not this one");
                }
                threads.execute(() -> run(task));
            }
            default -> threads.execute(() -> run(task));
        }
    }

    private void run(Runnable task) {
        running.incrementAndGet();
        try {
            task.run();
        } finally {
            running.decrementAndGet();
        }
    }

    /** How many tasks it was given. */
    int given() {
        return given.get();
    }

    /** How many are running. */
    int running() {
        return running.get();
    }

    void awaitIdle() {
        for (int quiet = 0; quiet < 20; quiet++) {
            quiet = running.get() == 0 ? quiet : 0;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        busy.countDown();
        threads.shutdown();
    }
}
