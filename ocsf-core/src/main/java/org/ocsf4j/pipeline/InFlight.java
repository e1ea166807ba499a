package org.ocsf4j.pipeline;

import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
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
                    settler.settle(batch);
                }
            } catch (InterruptedException e) {
                failure.compareAndSet(null, closing(batch));
                Thread.currentThread().interrupt();
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

        private void ended() {
            pool.giveBack(batch);
            batches.arriveAndDeregister();
        }
    }

    /** Waits until every batch has been written or has failed. Called once, by the reading thread. */
    void awaitAll() throws InterruptedException {
        batches.awaitAdvanceInterruptibly(batches.arrive());
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
