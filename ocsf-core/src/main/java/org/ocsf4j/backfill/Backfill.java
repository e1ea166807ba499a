package org.ocsf4j.backfill;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.Remedy;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.retry.ExponentialDelay;

/**
 * One pass over the objects of a lake: each that is meant and that the ledger does not have is read and settled as if it had been
 * announced, then noted. Killed at any moment and run again, it reads the rest, and at most the few objects again that were under
 * way. An object that cannot be settled now is tried again twice, then left to the next run; a wrong set-up ends the run.
 *
 * <p>{@link #run} is called once; {@link #stop} from any thread. The parts are the caller's, who closes them after the run.
 */
public final class Backfill {

    /** Objects read at a time: {@value}. */
    public static final int DEFAULT_CONCURRENCY = 4;

    private static final int MAX_ATTEMPTS = 3;
    private static final long LOOK_MILLIS = 100;
    private static final ExponentialDelay RETRY = new ExponentialDelay(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final ObjectListing listing;
    private final LakeSelection selection;
    private final SettledObjects ledger;
    private final Processor processor;
    private final BooleanSupplier destinationReady;
    private final BackfillObserver observer;
    private final int concurrency;
    private final Pace objectPace;
    private final Pace bytePace;
    private final Clock clock;

    private final BackfillTotals totals = new BackfillTotals();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads;
    private final Semaphore room;

    /** Reads one object and settles its rows, such as {@link org.ocsf4j.pipeline.OcsfPipeline#process}. Thread-safe. */
    public interface Processor {
        ObjectReport process(ObjectNotification notification) throws InterruptedException;
    }

    private Backfill(Builder parts) {
        listing = required("listing", parts.listing);
        ledger = required("ledger", parts.ledger);
        processor = required("processor", parts.processor);
        selection = parts.selection;
        destinationReady = parts.destinationReady;
        observer = parts.observer;
        concurrency = parts.concurrency;
        objectPace = new Pace(parts.objectsPerSecond);
        bytePace = new Pace(parts.bytesPerSecond);
        clock = parts.clock;
        room = new Semaphore(concurrency);
        int[] made = new int[1];
        threads = Executors.newFixedThreadPool(concurrency, task -> {
            Thread thread = new Thread(task, "ocsf-backfill-" + ++made[0]);
            thread.setDaemon(true);
            return thread;
        });
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads until every object is settled or left, {@link #stop} is called, or the set-up turns out to be wrong.
     *
     * @throws InterruptedException where the calling thread was interrupted; objects under way are interrupted too
     */
    public BackfillReport run() throws InterruptedException {
        LakeWalk walk = new LakeWalk(listing, selection);
        boolean reachedEnd = false;
        try {
            reachedEnd = startAll(walk);
            threads.shutdown();
            while (!threads.awaitTermination(1, TimeUnit.HOURS)) {
                // objects end, or stop() interrupts them
            }
        } finally {
            threads.shutdownNow();
            ended.countDown();
        }
        return totals.report(walk.ignored(), reachedEnd);
    }

    /**
     * Begins no further object and waits for those under way; what has not ended by then is interrupted and stays unsettled.
     *
     * @return whether the run had ended in time
     */
    public boolean stop(Duration patience) throws InterruptedException {
        stopped.countDown();
        if (ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        threads.shutdownNow();
        return false;
    }

    /** Returns whether the last object was reached. */
    private boolean startAll(LakeWalk walk) throws InterruptedException {
        while (true) {
            ListedObject object;
            try {
                object = walk.next();
            } catch (OcsfException failure) {
                totals.stopped(failure);
                return false;
            }
            if (object == null) {
                return true;
            }
            if (ledger.isSettled(object.identity())) {
                totals.settledBefore();
                observer.objectSettledBefore(object);
            } else if (awaitTurn(object)) {
                start(object);
            }
            if (isStopping()) {
                return false;
            }
        }
    }

    /** Waits for the rate caps, the destination and a thread; false where the run stops meanwhile. */
    private boolean awaitTurn(ListedObject object) throws InterruptedException {
        for (long wait = paceNanos(); wait > 0; wait = paceNanos()) {
            if (stopped.await(wait, TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        while (!destinationReady.getAsBoolean()) {
            if (stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        while (!room.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (isStopping()) {
                return false;
            }
        }
        long now = System.nanoTime();
        objectPace.take(1, now);
        bytePace.take(object.sizeBytes(), now);
        return true;
    }

    private long paceNanos() {
        long now = System.nanoTime();
        return Math.max(objectPace.waitNanos(now), bytePace.waitNanos(now));
    }

    private void start(ListedObject object) {
        if (isStopping()) {
            room.release();
            return;
        }
        threads.execute(() -> {
            try {
                settle(object);
            } finally {
                room.release();
            }
        });
    }

    private void settle(ListedObject object) {
        boolean settled = false;
        try {
            ObjectReport report = process(object);
            if (report.isSettled()) {
                ledger.settled(new LedgerEntry(read(object, report), report.counts(), clock.instant()));
                settled = true;
            }
            totals.ended(object, report);
        } catch (InterruptedException stopping) {
            totals.interrupted();
        } catch (OcsfException failure) { // of the ledger
            totals.interrupted();
            wrongSetUp(failure);
        } catch (RuntimeException defect) {
            totals.interrupted();
            wrongSetUp(new UnavailableException(
                    "[" + object.identity().location() + "] unexpected failure; " + defect
                            + "; report a defect with the stack trace",
                    defect));
        }
        observer.objectEnded(object, settled);
    }

    private ObjectReport process(ListedObject object) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ObjectReport report = processor.process(object.notification());
            OcsfException failure = report.failure();
            if (report.isSettled() || failure == null) {
                return report;
            }
            if (failure.remedy() == Remedy.STOP) {
                wrongSetUp(failure);
            }
            boolean again = failure.remedy() == Remedy.RETRY && attempt < MAX_ATTEMPTS;
            if (!again || stopped.await(RETRY.after(attempt).toMillis(), TimeUnit.MILLISECONDS)) {
                return report;
            }
        }
    }

    private void wrongSetUp(OcsfException failure) {
        totals.stopped(failure);
        stopped.countDown();
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }

    /** The version that was read: it may have been replaced since it was listed. */
    private static ObjectIdentity read(ListedObject object, ObjectReport report) {
        String eTag = report.eTag();
        return eTag == null
                ? object.identity()
                : new ObjectIdentity(object.identity().location(), eTag);
    }

    private static <T> T required(String name, @Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("a backfill needs " + name + "; call " + name + "(…) before build()");
        }
        return part;
    }

    /** Collects the parts. Not thread-safe. */
    public static final class Builder {

        private @Nullable ObjectListing listing;
        private @Nullable SettledObjects ledger;
        private @Nullable Processor processor;
        private LakeSelection selection = LakeSelection.ALL;
        private BooleanSupplier destinationReady = () -> true;
        private BackfillObserver observer = new BackfillObserver() {};
        private int concurrency = DEFAULT_CONCURRENCY;
        private double objectsPerSecond = Double.POSITIVE_INFINITY;
        private double bytesPerSecond = Double.POSITIVE_INFINITY;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** The bucket's listing. There is no default. */
        public Builder listing(ObjectListing bucket) {
            listing = Objects.requireNonNull(bucket, "listing");
            return this;
        }

        /** What is settled already, and where the rest is noted, such as a {@link BackfillLedger}. There is no default. */
        public Builder ledger(SettledObjects settledObjects) {
            ledger = Objects.requireNonNull(settledObjects, "ledger");
            return this;
        }

        /** What reads an object. There is no default. */
        public Builder processor(Processor objectProcessor) {
            processor = Objects.requireNonNull(objectProcessor, "processor");
            return this;
        }

        /** Which objects are meant. The default is {@link LakeSelection#ALL}. */
        public Builder selection(LakeSelection lakeSelection) {
            selection = Objects.requireNonNull(lakeSelection, "selection");
            return this;
        }

        /** Whether there is a point in reading now, such as {@link org.ocsf4j.sink.EventSink#isReady}. The default is always. */
        public Builder destinationReady(BooleanSupplier ready) {
            destinationReady = Objects.requireNonNull(ready, "destinationReady");
            return this;
        }

        /** Is told of each object. The default is nobody. */
        public Builder observer(BackfillObserver backfillObserver) {
            observer = Objects.requireNonNull(backfillObserver, "observer");
            return this;
        }

        /** Objects read at a time, each on a thread of its own. The default is {@value Backfill#DEFAULT_CONCURRENCY}. */
        public Builder concurrency(int objects) {
            if (objects < 1) {
                throw new IllegalArgumentException("concurrency is below 1; " + objects);
            }
            concurrency = objects;
            return this;
        }

        /** Objects begun a second, at most. The default is no cap. */
        public Builder objectsPerSecond(double rate) {
            objectsPerSecond = positive("objectsPerSecond", rate);
            return this;
        }

        /** Stored bytes of objects begun a second, at most, on the average. The default is no cap. */
        public Builder bytesPerSecond(double rate) {
            bytesPerSecond = positive("bytesPerSecond", rate);
            return this;
        }

        /** For the ledger's times. The default is the system's clock. */
        public Builder clock(Clock systemClock) {
            clock = Objects.requireNonNull(systemClock, "clock");
            return this;
        }

        /**
         * Starts nothing.
         *
         * @throws IllegalStateException where a part is missing
         */
        public Backfill build() {
            return new Backfill(this);
        }

        private static double positive(String name, double rate) {
            if (!(rate > 0)) {
                throw new IllegalArgumentException(name + " is not above 0; " + rate);
            }
            return rate;
        }
    }
}
