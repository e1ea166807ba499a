package org.ocsf4j.fuzz;

import java.util.Locale;
import java.util.Map;
import org.ocsf4j.fuzz.judge.Outcome;

/** A report for people. */
final class ReportText {

    private static final int REFUSALS = 30;

    private ReportText() {}

    static String of(Report report, FuzzOptions options, double seconds) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "seed %d, %,d cases from %d on, %d threads, %.0f s, %.0f cases a second, heap of %d MiB",
                options.seed(),
                report.cases(),
                options.firstCase(),
                options.threads(),
                seconds,
                report.cases() / seconds,
                Runtime.getRuntime().maxMemory() >> 20);
        report.outcomes().forEach((outcome, count) -> line(text, "  %,12d %s", count, outcome));
        line(text, "  %,12d rows read", report.rows());
        line(text, "%n%-28s %9s %9s %9s %9s", "forged", "read", "in part", "refused", "failed");
        report.byMutator().forEach((name, outcomes) -> mutator(text, name, outcomes));
        line(text, "%nplaces that refusals name");
        report.places().forEach((place, count) -> line(text, "  %,12d %s", count, place));
        line(text, "%nmost frequent of %,d refusals", report.refusalKinds());
        report.refusals(REFUSALS).forEach(entry -> line(text, "  %,12d %s", entry.getValue(), entry.getKey()));
        line(text, "%nslowest");
        report.slowest().forEach(slow -> line(text, "  %,9d ms %s", slow.millis(), slow.description()));
        line(text, "%nfailures: %,d", report.failed());
        report.failures().forEach(failure -> failure(text, failure));
        return text.toString();
    }

    private static void mutator(StringBuilder text, String name, Map<Outcome, Long> outcomes) {
        long failed = 0;
        for (Map.Entry<Outcome, Long> entry : outcomes.entrySet()) {
            failed += entry.getKey().isAllowed() ? 0 : entry.getValue();
        }
        line(
                text,
                "%-28s %9d %9d %9d %9d",
                name,
                outcomes.getOrDefault(Outcome.READ, 0L),
                outcomes.getOrDefault(Outcome.READ_IN_PART, 0L),
                outcomes.getOrDefault(Outcome.REFUSED, 0L),
                failed);
    }

    private static void failure(StringBuilder text, Failure failure) {
        line(text, "%n%s %s%n  %s", failure.outcome(), failure.description(), failure.detail());
        if (failure.stackTrace() != null) {
            text.append(failure.stackTrace().indent(2));
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
