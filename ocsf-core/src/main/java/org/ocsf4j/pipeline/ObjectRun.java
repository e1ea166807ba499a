package org.ocsf4j.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.Remedy;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectStore;
import org.ocsf4j.sink.EventSink;

/**
 * Reads one object and settles its rows. The calling thread decodes; batches are written on the pipeline's writers.
 *
 * <pre>
 *   open ── fill ── fill ── … ── wait for the writers ── does the equation hold?
 *             └ write ┘└ write ┘
 * </pre>
 */
final class ObjectRun {

    /** How often an object that is replaced while it is read is begun again before the message goes back. */
    private static final int MAX_STARTS = 3;

    private final ObjectStore store;
    private final EventDecoder decoder;
    private final Stages stages;
    private final EventSink sink;
    private final DeadLetterSink deadLetters;
    private final PipelineObserver observer;
    private final PipelineOptions options;
    private final BatchPool pool;
    private final Executor writers;
    private final Clock clock;

    ObjectRun(OcsfPipeline.Builder parts, PipelineObserver observer, BatchPool pool, Executor writers) {
        this.store = parts.objectStore();
        this.decoder = parts.decoder();
        this.sink = parts.sink();
        this.stages = new Stages(parts.stages(), sink);
        this.deadLetters = parts.deadLetters();
        this.options = parts.options();
        this.clock = parts.clock();
        this.observer = observer;
        this.pool = pool;
        this.writers = writers;
    }

    /**
     * Never throws an {@link OcsfException}: what goes wrong is in the report.
     *
     * @param attempt how often the message has been received
     * @param lease tells when the message may have gone to somebody else
     * @param deadline when to stop reading and leave the rest to another run
     */
    ObjectReport run(ObjectNotification notification, int attempt, Lease lease, Deadline deadline)
            throws InterruptedException {
        Progress progress = new Progress(clock.millis());
        try {
            for (int start = 1; ; start++) {
                try {
                    progress.begin();
                    boolean whole = read(notification, attempt, lease, deadline, progress);
                    return report(
                            notification,
                            progress,
                            whole ? ObjectReport.State.SETTLED : ObjectReport.State.CONTINUES,
                            null);
                } catch (ObjectChangedException changed) {
                    if (start == MAX_STARTS) {
                        throw changed;
                    }
                }
            }
        } catch (OcsfException failure) {
            return failed(notification, attempt, progress, failure);
        } catch (RuntimeException defect) {
            return failed(notification, attempt, progress, unexpected(notification, defect));
        }
    }

    private static OcsfException unexpected(ObjectNotification notification, RuntimeException defect) {
        return new UnavailableException(
                "[" + notification.location() + "] unexpected failure; " + defect
                        + "; the message comes again; if it persists, report a defect with the stack trace",
                defect);
    }

    /** Whether the message is still ours. */
    interface Lease {
        boolean isLost();
    }

    /** What is known of an object so far; rewritten when it is begun again. */
    private static final class Progress {
        private final long startMillis;
        private @Nullable ObjectIdentity object;
        private @Nullable Instant lastModified;
        private @Nullable ObjectLedger ledger;
        private ConversionCounts conversions = ConversionCounts.NONE;

        Progress(long startMillis) {
            this.startMillis = startMillis;
        }

        void begin() {
            object = null;
            lastModified = null;
            ledger = null;
            conversions = ConversionCounts.NONE;
        }
    }

    /** Returns whether the object was read to its end; false where the time was over. */
    private boolean read(
            ObjectNotification notification, int attempt, Lease lease, Deadline deadline, Progress progress)
            throws InterruptedException {
        try (ObjectContent content = store.open(notification)) {
            ObjectIdentity object = content.identity();
            progress.object = object;
            progress.lastModified = content.lastModified();
            long firstRow = firstRow(notification, object);
            try (EventCursor cursor = decoder.open(content, firstRow)) {
                long rows = Math.max(0, cursor.totalRows() - firstRow);
                observer.objectOpened(notification, object, rows);
                ObjectLedger ledger = new ObjectLedger(object);
                progress.ledger = ledger;
                TripWire tripWire = new TripWire(
                        object.location(), cursor.totalRows(), options.tripWireShare(), options.tripWireRows());
                BatchSettler settler =
                        new BatchSettler(stages, sink, deadLetters, observer, clock, ledger, tripWire, attempt);
                InFlight inFlight = new InFlight(writers, pool, settler);
                boolean whole;
                try {
                    whole = decode(cursor, object, ledger, inFlight, lease, deadline);
                } catch (InterruptedException e) {
                    inFlight.interrupt();
                    throw e;
                } finally {
                    progress.conversions = cursor.counts();
                    inFlight.awaitAll(deadline.forWriting());
                }
                inFlight.throwFailure();
                ledger.enterFiltered(cursor.filteredRows());
                if (whole) {
                    checkRows(object, ledger, rows);
                }
                checkEquation(object, ledger);
                return whole;
            }
        }
    }

    /** Rows before the first were settled of the version that is announced; of another one they were not. */
    private static long firstRow(ObjectNotification notification, ObjectIdentity object) {
        String announced = notification.eTag();
        if (notification.firstRow() == 0 || announced == null) {
            return notification.firstRow();
        }
        return object.equals(new ObjectIdentity(notification.location(), announced)) ? notification.firstRow() : 0;
    }

    /** Returns whether the object has ended; at least one batch is read whatever the time. */
    private boolean decode(
            EventCursor cursor,
            ObjectIdentity object,
            ObjectLedger ledger,
            InFlight inFlight,
            Lease lease,
            Deadline deadline)
            throws InterruptedException {
        for (boolean first = true; !inFlight.hasFailed(); first = false) {
            if (!first && deadline.isNear()) {
                return false;
            }
            if (lease.isLost()) {
                throw new UnavailableException("[" + object.location()
                        + "] the message's lease is lost; somebody else may have received it; nothing to do, it is read"
                        + " there");
            }
            EventBatch batch = pool.take();
            boolean handedOver = false;
            try {
                batch.clear(object);
                CorruptObjectException fault = null;
                boolean more;
                try {
                    more = cursor.fill(batch);
                } catch (CorruptObjectException e) {
                    fault = e; // the rows before the fault are whole: they are delivered, their ids make that safe
                    more = false;
                }
                if (!batch.isEmpty()) {
                    ledger.enterRead(batch);
                    inFlight.write(batch);
                    handedOver = true;
                }
                if (fault != null) {
                    throw fault;
                }
                if (!more) {
                    return true;
                }
            } finally {
                if (!handedOver) {
                    pool.giveBack(batch);
                }
            }
        }
        return true;
    }

    private static void checkRows(ObjectIdentity object, ObjectLedger ledger, long rows) {
        SettlementCounts counts = ledger.total();
        if (counts.read() != rows) {
            throw new CorruptObjectException(
                    "[" + object.location() + "] the object does not hold the rows that it declares; " + counts.read()
                            + " read, " + rows + " declared");
        }
    }

    private static void checkEquation(ObjectIdentity object, ObjectLedger ledger) {
        SettlementCounts counts = ledger.total();
        if (!counts.isSettled()) {
            throw new CorruptObjectException(
                    "[" + object.location() + "] the settlement equation does not hold; " + counts);
        }
    }

    private ObjectReport failed(
            ObjectNotification notification, int attempt, Progress progress, OcsfException failure) {
        if (failure.remedy() != Remedy.DEAD_LETTER) {
            return report(notification, progress, ObjectReport.State.UNSETTLED, failure);
        }
        DeadLetter letter = new DeadLetter(
                notification.location(),
                progress.object == null ? notification.eTag() : progress.object.eTag(),
                null,
                0,
                failure.getClass().getSimpleName(),
                String.valueOf(failure.getMessage()),
                null,
                null,
                null,
                attempt,
                clock.instant());
        try {
            deadLetters.write(List.of(letter));
            return report(notification, progress, ObjectReport.State.OBJECT_DEAD_LETTERED, failure);
        } catch (RuntimeException notWritten) {
            OcsfException cause =
                    notWritten instanceof OcsfException known ? known : unexpected(notification, notWritten);
            cause.addSuppressed(failure);
            return report(notification, progress, ObjectReport.State.UNSETTLED, cause);
        }
    }

    /** Announces the rows that were not read, of the very version that was. */
    private static ObjectNotification rest(ObjectNotification whole, Progress progress) {
        ObjectLedger ledger = Objects.requireNonNull(progress.ledger);
        return new ObjectNotification(
                whole.location(),
                progress.object == null ? whole.eTag() : progress.object.eTag(),
                whole.sizeBytes(),
                whole.versionId(),
                ledger.nextRow());
    }

    /** By two clocks, the store's and ours: never below zero. */
    private @Nullable Duration age(@Nullable Instant lastModified) {
        if (lastModified == null) {
            return null;
        }
        Duration age = Duration.between(lastModified, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private ObjectReport report(
            ObjectNotification notification,
            Progress progress,
            ObjectReport.State state,
            @Nullable OcsfException failure) {
        ObjectLedger ledger = progress.ledger;
        ObjectReport report = new ObjectReport(
                notification.location(),
                progress.object == null ? null : progress.object.eTag(),
                state,
                ledger == null ? SettlementCounts.NONE : ledger.total(),
                ledger == null ? Map.of() : ledger.classes(),
                progress.conversions,
                Duration.ofMillis(Math.max(0, clock.millis() - progress.startMillis)),
                age(progress.lastModified),
                failure,
                state == ObjectReport.State.CONTINUES ? rest(notification, progress) : null);
        observer.objectFinished(report);
        return report;
    }
}
