package org.ocsf4j.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.schema.OcsfClass;

/**
 * What a run did until it ended.
 *
 * @param messagesAcknowledged messages whose objects are all settled and which the source removed
 * @param messagesIgnored of these, messages that name nothing to read
 * @param messagesLeft distinct messages that were received and not acknowledged: malformed, refused, or with an unsettled object
 * @param objectsSettled objects that ended {@link ObjectReport.State#SETTLED}
 * @param objectsDeadLettered objects that ended {@link ObjectReport.State#OBJECT_DEAD_LETTERED}
 * @param objectsUnsettled how often an object ended {@link ObjectReport.State#UNSETTLED}; one object may do so several times
 * @param counts the terms of the settlement equation over every row that found its end, in unsettled objects too
 * @param classes the same by event class
 * @param problems what was refused, dead-lettered or left unsettled and why, the first {@value #MAX_PROBLEMS}
 * @param stopCause why the pipeline stopped by itself, absent where it ran to its end
 */
public record RunReport(
        long messagesAcknowledged,
        long messagesIgnored,
        long messagesLeft,
        long objectsSettled,
        long objectsDeadLettered,
        long objectsUnsettled,
        SettlementCounts counts,
        Map<OcsfClass, SettlementCounts> classes,
        List<Problem> problems,
        @Nullable OcsfException stopCause) {

    /** How many problems are kept. */
    public static final int MAX_PROBLEMS = 1000;

    /**
     * Something that went wrong.
     *
     * @param subject the object or message
     * @param cause why
     * @param settled whether it is settled nevertheless, in the dead letters
     */
    public record Problem(String subject, String cause, boolean settled) {}

    public RunReport {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        problems = List.copyOf(problems);
    }

    /** Whether every message that was received has been settled and acknowledged. */
    public boolean isSettled() {
        return messagesLeft == 0 && stopCause == null && counts.isSettled();
    }
}
