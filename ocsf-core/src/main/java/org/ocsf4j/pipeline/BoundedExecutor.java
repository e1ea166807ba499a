package org.ocsf4j.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A share of somebody else's executor: so many tasks at a time, the others wait here. Shutting it down leaves the executor alone. */
final class BoundedExecutor extends AbstractExecutorService {

    private final Executor executor;
    private final int limit;

    // guarded by this
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Set<Thread> threads = new HashSet<>();
    private int running;
    private boolean shutdown;

    BoundedExecutor(Executor executor, int limit) {
        this.executor = executor;
        this.limit = limit;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (shutdown) {
                throw new RejectedExecutionException("the pipeline is closed");
            }
            if (running == limit) {
                waiting.add(task);
                return;
            }
            running++;
        }
        try {
            executor.execute(() -> runFrom(task));
        } catch (RejectedExecutionException e) {
            ended();
            throw e;
        }
    }

    private void runFrom(Runnable first) {
        Runnable task = first;
        try {
            while (task != null) {
                begin();
                try {
                    task.run();
                } finally {
                    end();
                }
                task = next();
            }
        } catch (Throwable failure) {
            Runnable left = next();
            if (left != null) { // the others must not wait for ever
                executor.execute(() -> runFrom(left));
            }
            throw failure;
        }
    }

    private synchronized void begin() {
        threads.add(Thread.currentThread());
    }

    private synchronized void end() {
        threads.remove(Thread.currentThread());
        Thread.interrupted(); // by shutdownNow: the thread is not ours
    }

    /** The next task of this turn; null ends the turn. */
    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            ended();
        }
        return task;
    }

    private synchronized void ended() {
        running--;
        notifyAll();
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
        notifyAll();
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        shutdown();
        List<Runnable> left = new ArrayList<>(waiting);
        waiting.clear();
        threads.forEach(Thread::interrupt);
        return left;
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public synchronized boolean isTerminated() {
        return shutdown && running == 0;
    }

    @Override
    public synchronized boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long start = System.nanoTime();
        while (!isTerminated()) {
            long left = unit.toNanos(timeout) - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        }
        return true;
    }
}
