package org.ocsf4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was measured beside what is aimed at, as Markdown. */
final class RatioReport {

    private final StringBuilder text =
            new StringBuilder("| figure | measured | first aim | then |\n|---|---|---|---|\n");

    RatioReport warm(Figures figures, List<Input> inputs) {
        compare(figures, inputs, Way.DUCKDB, "one thread against DuckDB on one thread", "6 / 5 / 5.5", "10 on each");
        compare(figures, inputs, Way.AVRO, "one thread against parquet-avro + toString", "12 / 16 / 20", "25 on each");
        row(
                "one thread against the limit (lower is better)",
                cells(
                        inputs,
                        input -> figures.has(Way.OURS, input) && figures.has(Way.FLOOR, input)
                                ? figures.converting(Way.OURS, input) / figures.converting(Way.FLOOR, input)
                                : Double.NaN,
                        "%.1f"),
                "3 / 4.5 / 5.5",
                "2 on each");
        row(
                "bytes allocated per row",
                cells(
                        inputs,
                        input -> figures.has(Way.OURS, input)
                                ? Median.of(figures.of(Way.OURS, input), Measured::allocatedBytes) / input.rows()
                                : Double.NaN,
                        "%.0f"),
                "under 500 on V",
                "under 100");
        return this;
    }

    private void compare(Figures figures, List<Input> inputs, Way other, String name, String first, String then) {
        row(
                name,
                cells(
                        inputs,
                        input -> figures.has(Way.OURS, input) && figures.has(other, input)
                                ? figures.converting(other, input) / figures.converting(Way.OURS, input)
                                : Double.NaN,
                        "%.1f"),
                first,
                then);
    }

    void row(String figure, String measured, String first, String then) {
        text.append("| ")
                .append(String.join(" | ", figure, measured.isEmpty() ? "not measured" : measured, first, then))
                .append(" |\n");
    }

    /** {@code C 6.1 / V 5.2}. */
    private static String cells(List<Input> inputs, ToDoubleFunction<Input> value, String format) {
        List<String> cells = new ArrayList<>();
        for (Input input : inputs) {
            double figure = value.applyAsDouble(input);
            if (!Double.isNaN(figure)) {
                cells.add(input.name() + " " + String.format(Locale.ROOT, format, figure));
            }
        }
        return String.join(" / ", cells);
    }

    String markdown() {
        return text.toString();
    }
}
