package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.UnavailableException;

/** The batches of one object that are being written, and the first failure among them. */
final class InFlight {

    private final Executor writers;
    private final BatchPool pool;
    private final BatchSettler settler;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    // guarded by itself
    private final Set<Thread> writing = new HashSet<>();
    private boolean interrupting;
    /** One party for the reading thread, one for each batch in flight. */
    private final Phaser batches = new Phaser(1);

    InFlight(Executor writers, BatchPool pool, BatchSettler settler) {
        this.writers = writers;
        this.pool = pool;
        this.settler = settler;
    }

    boolean hasFailed() {
        return failure.get() != null;
    }

    /** Hands the batch over; it goes back to the pool when it is written. */
    void write(EventBatch batch) {
        batches.register();
        Write write = new Write(batch);
        try {
            writers.execute(write);
        } catch (RejectedExecutionException closed) {
            write.cancel();
        }
    }

    /** One batch on its way. Runs or is cancelled, once. */
    final class Write implements Runnable {
        private final EventBatch batch;

        private Write(EventBatch batch) {
            this.batch = batch;
        }

        @Override
        public void run() {
            try {
                if (!hasFailed()) {
                    begin();
                    try {
                        settler.settle(batch);
                    } finally {
                        end();
                    }
                }
            } catch (InterruptedException e) {
                failure.compareAndSet(null, closing(batch));
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } catch (Error e) {
                failure.compareAndSet(
                        null, new IllegalStateException("[" + batch.object().location() + "] " + e, e));
                throw e;
            } finally {
                ended();
            }
        }

        void cancel() {
            failure.compareAndSet(null, closing(batch));
            ended();
        }

        private void begin() throws InterruptedException {
            synchronized (writing) {
                if (interrupting) {
                    throw new InterruptedException();
                }
                writing.add(Thread.currentThread());
            }
        }

        private void end() {
            synchronized (writing) {
                writing.remove(Thread.currentThread());
                if (interrupting) {
                    Thread.interrupted(); // came too late for this batch and concerns no other
                }
            }
        }

        private void ended() {
            pool.giveBack(batch);
            batches.arriveAndDeregister();
        }
    }

    /**
     * Waits until every batch has been written or has failed. Those that have not by the time given are interrupted, and so are
     * all where the caller is: when this returns or throws, nothing is being written any more. Called once, by the reading thread.
     */
    void awaitAll(Duration patience) throws InterruptedException {
        int phase = batches.arrive();
        try {
            batches.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            interrupt();
            batches.awaitAdvance(phase);
        } catch (InterruptedException e) {
            interrupt();
            batches.awaitAdvance(phase);
            throw e;
        }
    }

    /** Interrupts what is being written and begins nothing more. */
    void interrupt() {
        failure.compareAndSet(
                null, new UnavailableException("the time is up; batches were not written; the message comes again"));
        synchronized (writing) {
            interrupting = true;
            writing.forEach(Thread::interrupt);
        }
    }

    void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private static OcsfException closing(EventBatch batch) {
        return new UnavailableException(
                "[" + batch.object().location() + "] the pipeline is closing; the message comes again");
    }
}
