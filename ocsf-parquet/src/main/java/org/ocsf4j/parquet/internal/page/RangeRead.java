package org.ocsf4j.parquet.internal.page;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectContent;

/**
 * Reads one range after another of an object ahead, each by whoever comes first: a task of the executor, or the thread that
 * needs the bytes. So an executor that is busy, or refuses tasks, only means that nothing is ahead. The executor has one task
 * of it at most. Started, awaited and cancelled by one thread.
 */
final class RangeRead {

    /** What is read at once: between two reads it may be cancelled. */
    static final int MAX_READ_BYTES = 8 << 20;

    private enum State {
        NONE,
        WAITING,
        RUNNING,
        DONE
    }

    private static final byte[] NOTHING = {};

    private final ObjectContent content;
    private final Executor executor;

    private State state = State.NONE;
    private boolean hasTask;
    private boolean isCancelled;
    private @Nullable Throwable failure;
    private long start;
    private byte[] target = NOTHING;
    private int length;

    RangeRead(ObjectContent content, Executor executor) {
        this.content = content;
        this.executor = executor;
    }

    /** Begins to read {@code length} bytes to the start of {@code target}. */
    void start(long position, byte[] to, int bytes) {
        boolean submit;
        synchronized (this) {
            start = position;
            target = to;
            length = bytes;
            failure = null;
            state = State.WAITING;
            submit = !hasTask;
            hasTask = true;
        }
        if (submit) {
            try {
                executor.execute(this::runTask);
            } catch (RejectedExecutionException e) {
                synchronized (this) {
                    hasTask = false;
                }
            }
        }
    }

    private void runTask() {
        synchronized (this) {
            hasTask = false;
            if (state != State.WAITING) {
                return; // it was needed before
            }
            state = State.RUNNING;
        }
        read();
    }

    private void read() {
        Throwable thrown = null;
        try {
            for (int done = 0; done < length && !isCancelled(); done += MAX_READ_BYTES) {
                content.readFully(start + done, target, done, Math.min(MAX_READ_BYTES, length - done));
            }
        } catch (Throwable e) { // the thread that needs the bytes throws it
            thrown = e;
        }
        synchronized (this) {
            failure = thrown;
            state = State.DONE;
            target = NOTHING;
            notifyAll();
        }
    }

    private synchronized boolean isCancelled() {
        return isCancelled;
    }

    /** Returns when the bytes are there; throws what the read threw. */
    void await() {
        boolean mine;
        synchronized (this) {
            mine = state == State.WAITING;
            if (mine) {
                state = State.RUNNING;
            }
        }
        if (mine) {
            read();
        }
        synchronized (this) {
            while (state == State.RUNNING) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new UnavailableException(
                            "[" + content.identity().location() + "] interrupted while a read was waited for", e);
                }
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }
    }

    /** Reads no more, once a read that is under way ends. */
    synchronized void cancel() {
        isCancelled = true;
        target = state == State.WAITING ? NOTHING : target;
        state = state == State.WAITING ? State.NONE : state;
    }

    /** Returns when nothing is being read any more; behind {@link #cancel}. */
    synchronized void join() {
        boolean interrupted = false;
        while (state == State.RUNNING) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
