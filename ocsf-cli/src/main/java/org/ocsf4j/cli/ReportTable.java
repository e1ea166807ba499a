package org.ocsf4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.schema.OcsfClass;

/** A run's report for people. */
public final class ReportTable {

    private ReportTable() {}

    static String of(RunReport report) {
        return of(report.classes());
    }

    /** A row a class, with a head. */
    public static String of(Map<OcsfClass, SettlementCounts> classes) {
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
        classes.forEach((c, n) -> text.append(String.format(
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
        return problems(report.problems(), report.stopCause());
    }

    /** A line a problem, then why it stopped. */
    public static List<String> problems(List<RunReport.Problem> problems, @Nullable OcsfException stopCause) {
        List<String> lines = new ArrayList<>();
        for (RunReport.Problem problem : problems) {
            lines.add("ocsf: " + (problem.settled() ? "dead letter: " : "not settled: ")
                    + Printable.text(problem.subject()) + ": " + Printable.text(problem.cause()));
        }
        if (stopCause != null) {
            lines.add("ocsf: stopped: " + stopCause.getMessage());
        }
        return lines;
    }
}
