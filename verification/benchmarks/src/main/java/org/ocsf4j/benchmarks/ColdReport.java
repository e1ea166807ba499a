package org.ocsf4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cold starts as Markdown. */
final class ColdReport {

    private ColdReport() {}

    static String markdown(Map<ColdStart.SetUp, List<Measured>> starts) {
        StringBuilder text = new StringBuilder("| cold process to the documents of ")
                .append(ColdStart.ROWS)
                .append(" rows | CPU s |\n|---|---|\n");
        starts.forEach((setUp, measured) -> text.append("| ")
                .append(setUp.title())
                .append(" | ")
                .append(String.format(Locale.ROOT, "%.2f", Median.seconds(measured, Measured::totalNanos)))
                .append(" |\n"));
        return text.toString();
    }
}
