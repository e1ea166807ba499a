package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.schema.OcsfClass;

/** Adds up a run. Thread-safe. */
final class RunTotals {

    /** How many messages that are left are told apart; a run with more has other worries. */
    private static final int MAX_LEFT = 100_000;

    private static final Comparator<OcsfClass> BY_VERSION_AND_UID =
            Comparator.comparing(OcsfClass::version).thenComparing(OcsfClass::uid);

    private final Map<OcsfClass, SettlementCounts> classes = new TreeMap<>(BY_VERSION_AND_UID);
    private final List<RunReport.Problem> problems = new ArrayList<>();
    private final Map<String, Left> left = new HashMap<>();

    /** A message that was given back, how often, and when it can come again. */
    private record Left(int times, long dueNanos) {}

    private SettlementCounts counts = SettlementCounts.NONE;
    private long acknowledged;
    private long ignored;
    private long settled;
    private long deadLettered;
    private long unsettled;
    private @Nullable OcsfException stopCause;

    /** Counts an object. Of an unsettled one, the rows that did find their end enter the sums; the rest will be read again. */
    synchronized void object(ObjectReport report) {
        switch (report.state()) {
            case SETTLED -> settled++;
            case OBJECT_DEAD_LETTERED -> deadLettered++;
            case UNSETTLED, CONTINUES -> unsettled++;
        }
        counts = counts.plus(report.counts().settledOnly());
        report.classes().forEach((c, more) -> classes.merge(c, more.settledOnly(), SettlementCounts::plus));
        OcsfException failure = report.failure();
        if (failure != null) {
            problem(report.location().toString(), String.valueOf(failure.getMessage()), report.isSettled());
        }
    }

    synchronized void problem(String subject, String cause, boolean isSettled) {
        RunReport.Problem problem = new RunReport.Problem(subject, cause, isSettled);
        if (problems.size() < RunReport.MAX_PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    synchronized void acknowledged(String messageId, boolean namedNothing) {
        acknowledged++;
        if (namedNothing) {
            ignored++;
        }
        left.remove(messageId);
    }

    synchronized void left(String messageId, Duration delay) {
        Left before = left.get(messageId);
        if (left.size() < MAX_LEFT || before != null) {
            left.put(
                    messageId,
                    new Left((before == null ? 0 : before.times()) + 1, System.nanoTime() + delay.toNanos()));
        }
    }

    /** How many messages have been given back at least {@code tries} times and never acknowledged. */
    synchronized long leftAfter(int tries) {
        return left.values().stream()
                .filter(message -> message.times() >= tries)
                .count();
    }

    /** Whether a message that was given back less often than that is still delayed. */
    synchronized boolean awaitsDelayed(int tries) {
        long now = System.nanoTime();
        return left.values().stream().anyMatch(message -> message.times() < tries && message.dueNanos() - now > 0);
    }

    /** Notes why the pipeline stops; false where it stops already. */
    synchronized boolean stopped(OcsfException cause) {
        if (stopCause != null) {
            return false;
        }
        stopCause = cause;
        return true;
    }

    synchronized RunReport report() {
        return new RunReport(
                acknowledged,
                ignored,
                left.size(),
                settled,
                deadLettered,
                unsettled,
                counts,
                classes,
                problems,
                stopCause);
    }
}
