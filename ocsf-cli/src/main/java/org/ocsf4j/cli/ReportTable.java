package org.ocsf4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ocsf4j.pipeline.RunReport;

/** A run's report for people. */
final class ReportTable {

    private ReportTable() {}

    static String of(RunReport report) {
        StringBuilder text = new StringBuilder(512);
        text.append(String.format(
                Locale.ROOT,
                "%-34s %10s %10s %10s %8s %9s%n",
                "class",
                "read",
                "indexed",
                "present",
                "dead",
                "filtered"));
        report.classes()
                .forEach((c, n) -> text.append(String.format(
                        Locale.ROOT,
                        "%-34s %10d %10d %10d %8d %9d%n",
                        c.version() + " " + c.uid() + " " + c.name(),
                        n.read(),
                        n.indexed(),
                        n.alreadyPresent(),
                        n.deadLettered(),
                        n.filtered())));
        return text.toString();
    }

    static List<String> problems(RunReport report) {
        List<String> lines = new ArrayList<>();
        for (RunReport.Problem problem : report.problems()) {
            lines.add("ocsf: " + (problem.settled() ? "dead letter: " : "not settled: ")
                    + Printable.text(problem.subject()) + ": " + Printable.text(problem.cause()));
        }
        if (report.stopCause() != null) {
            lines.add("ocsf: stopped: " + report.stopCause().getMessage());
        }
        return lines;
    }
}
