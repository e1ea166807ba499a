package org.ocsf4j.backfill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.schema.OcsfClass;

/**
 * What a backfill did until it ended.
 *
 * @param objectsSettledBefore objects that the ledger had; they were not read
 * @param objectsSettled objects whose every row has found its end
 * @param objectsDeadLettered objects that could not be read and of which the dead letters have a record
 * @param objectsUnsettled objects that were begun and not settled; the next run reads them again
 * @param objectsIgnored objects that were listed and are not meant, or hold no events
 * @param bytesSettled stored bytes of the objects that were settled now
 * @param counts the settlement equation's terms over every row that found its end in this run
 * @param classes the same by event class
 * @param problems what was dead-lettered or left and why, the first {@value org.ocsf4j.pipeline.RunReport#MAX_PROBLEMS}
 * @param ended whether every object that is meant was reached; false where the run was stopped
 * @param stopCause why it stopped by itself
 */
public record BackfillReport(
        long objectsSettledBefore,
        long objectsSettled,
        long objectsDeadLettered,
        long objectsUnsettled,
        long objectsIgnored,
        long bytesSettled,
        SettlementCounts counts,
        Map<OcsfClass, SettlementCounts> classes,
        List<RunReport.Problem> problems,
        boolean ended,
        @Nullable OcsfException stopCause) {

    public BackfillReport {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        problems = List.copyOf(problems);
    }

    /** Whether every object that is meant is settled, by this run or one before. */
    public boolean isSettled() {
        return ended && objectsUnsettled == 0 && stopCause == null && counts.isSettled();
    }
}
