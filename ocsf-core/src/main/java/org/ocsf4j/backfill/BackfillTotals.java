package org.ocsf4j.backfill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.schema.OcsfClass;

/** Adds up a backfill. Thread-safe. */
final class BackfillTotals {

    private static final Comparator<OcsfClass> BY_VERSION_AND_UID =
            Comparator.comparing(OcsfClass::version).thenComparing(OcsfClass::uid);

    private final Map<OcsfClass, SettlementCounts> classes = new TreeMap<>(BY_VERSION_AND_UID);
    private final List<RunReport.Problem> problems = new ArrayList<>();
    private SettlementCounts counts = SettlementCounts.NONE;
    private long settledBefore;
    private long settled;
    private long deadLettered;
    private long unsettled;
    private long bytes;
    private @Nullable OcsfException stopCause;

    synchronized void settledBefore() {
        settledBefore++;
    }

    /** Counts an object's last attempt. Of an unsettled one, the rows that did find their end enter the sums. */
    synchronized void ended(ListedObject object, ObjectReport report) {
        switch (report.state()) {
            case SETTLED -> settled++;
            case OBJECT_DEAD_LETTERED -> deadLettered++;
            case UNSETTLED, CONTINUES -> unsettled++;
        }
        if (report.isSettled()) {
            bytes += object.sizeBytes();
        }
        counts = counts.plus(settledRows(report.counts()));
        report.classes().forEach((c, more) -> classes.merge(c, settledRows(more), SettlementCounts::plus));
        OcsfException failure = report.failure();
        if (failure != null && problems.size() < RunReport.MAX_PROBLEMS) {
            problems.add(new RunReport.Problem(
                    report.location().toString(), String.valueOf(failure.getMessage()), report.isSettled()));
        }
    }

    /** An object that was begun and whose end is not known: the run was stopped. */
    synchronized void interrupted() {
        unsettled++;
    }

    synchronized void stopped(OcsfException cause) {
        if (stopCause == null) {
            stopCause = cause;
        }
    }

    synchronized BackfillReport report(long ignored, boolean ended) {
        return new BackfillReport(
                settledBefore,
                settled,
                deadLettered,
                unsettled,
                ignored,
                bytes,
                counts,
                classes,
                problems,
                ended && stopCause == null,
                stopCause);
    }

    private static SettlementCounts settledRows(SettlementCounts n) {
        return new SettlementCounts(n.settled(), n.indexed(), n.alreadyPresent(), n.deadLettered(), n.filtered());
    }
}
