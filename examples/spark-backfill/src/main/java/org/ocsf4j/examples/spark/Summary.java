package org.ocsf4j.examples.spark;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.ocsf4j.pipeline.SettlementCounts;

/**
 * What the run did.
 *
 * @param settledBefore objects that the ledger had
 * @param tasks what each task reports
 */
record Summary(long settledBefore, List<TaskResult> tasks) {

    private static final int MAX_PROBLEMS = 20;

    /** Whether every object that is meant is settled. */
    boolean isSettled() {
        return sum(TaskResult::unsettled) == 0 && counts().isSettled();
    }

    String text() {
        SettlementCounts n = counts();
        StringBuilder text = new StringBuilder(512);
        text.append(String.format(
                Locale.ROOT,
                "read %d = indexed %d + already present %d + dead-lettered %d + filtered %d%n"
                        + "objects: %d settled, %d settled before, %d dead-lettered, %d not settled; %d bytes; %d tasks",
                n.read(),
                n.indexed(),
                n.alreadyPresent(),
                n.deadLettered(),
                n.filtered(),
                sum(TaskResult::settled),
                settledBefore,
                sum(TaskResult::deadLettered),
                sum(TaskResult::unsettled),
                sum(TaskResult::bytes),
                tasks.size()));
        tasks.stream()
                .flatMap(task -> task.problems().stream())
                .limit(MAX_PROBLEMS)
                .forEach(line -> text.append(System.lineSeparator()).append(line));
        tasks.stream()
                .map(TaskResult::stopCause)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MAX_PROBLEMS)
                .forEach(cause ->
                        text.append(System.lineSeparator()).append("stopped: ").append(cause));
        return text.toString();
    }

    private SettlementCounts counts() {
        return tasks.stream().map(TaskResult::counts).reduce(SettlementCounts.NONE, SettlementCounts::plus);
    }

    private long sum(ToLongFunction<TaskResult> number) {
        return tasks.stream().mapToLong(number).sum();
    }
}
