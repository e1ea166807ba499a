package org.ocsf4j.examples.spark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.backfill.BackfillReport;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.pipeline.SettlementCounts;

/**
 * What a task reports to the driver.
 *
 * @param settled objects whose every row has found its end
 * @param deadLettered objects that could not be read and of which the dead letters have a record
 * @param unsettled the others; the next run reads them again
 * @param bytes stored bytes of the objects that were settled
 * @param counts the settlement equation's terms
 * @param problems what was dead-lettered or left, and why
 * @param stopCause why the task stopped by itself: the set-up is wrong
 */
record TaskResult(
        long settled,
        long deadLettered,
        long unsettled,
        long bytes,
        SettlementCounts counts,
        List<String> problems,
        @Nullable String stopCause)
        implements Serializable {

    TaskResult {
        problems = List.copyOf(problems);
    }

    static TaskResult of(long objects, BackfillReport report) {
        OcsfException stopCause = report.stopCause();
        return new TaskResult(
                report.objectsSettled(),
                report.objectsDeadLettered(),
                objects - report.objectsSettled() - report.objectsDeadLettered(),
                report.bytesSettled(),
                report.counts(),
                report.problems().stream()
                        .map(problem -> problem.subject() + ": " + problem.cause())
                        .toList(),
                stopCause == null ? null : stopCause.getMessage());
    }
}
