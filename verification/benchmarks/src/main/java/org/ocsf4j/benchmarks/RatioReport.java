package org.ocsf4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
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
                        input -> 1 / ratio(figures, input, Way.FLOOR, figures::converting, figures::converting),
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

    RatioReport threads(Map<Input, TwoThreads.Gain> gains) {
        List<Input> inputs = List.copyOf(gains.keySet());
        row(
                "two threads against one, by the clock",
                cells(inputs, input -> gain(gains, input).byClock(), "%.2f"),
                "1.8",
                "1.95");
        row(
                "the same by CPU: what idle cores would give",
                cells(inputs, input -> gain(gains, input).byCpu(), "%.2f"),
                "1.8",
                "1.95");
        return this;
    }

    private static TwoThreads.Gain gain(Map<Input, TwoThreads.Gain> gains, Input input) {
        return Objects.requireNonNull(gains.get(input), input.name());
    }

    RatioReport firstPass(Figures figures, List<Input> inputs) {
        row(
                "first pass in a fresh process against DuckDB's, whole processes",
                cells(inputs, input -> ratio(figures, input, Way.DUCKDB, figures::total, figures::total), "%.2f"),
                "V 1.3",
                "V 3");
        row(
                "our whole process against DuckDB's conversion alone",
                cells(inputs, input -> ratio(figures, input, Way.DUCKDB, figures::process, figures::total), "%.2f"),
                "",
                "");
        return this;
    }

    RatioReport cold(Map<ColdStart.SetUp, List<Measured>> starts) {
        List<Measured> ours = starts.getOrDefault(ColdStart.SetUp.OURS_ARCHIVE, List.of());
        List<Measured> avro = starts.getOrDefault(ColdStart.SetUp.AVRO_ARCHIVE, List.of());
        List<Measured> avroWithout = starts.getOrDefault(ColdStart.SetUp.AVRO, List.of());
        if (!ours.isEmpty() && !avro.isEmpty()) {
            double seconds = Median.seconds(ours, Measured::totalNanos);
            row(
                    "cold process with an archive, CPU; of parquet-avro's with, without one",
                    String.format(
                            Locale.ROOT,
                            "%.2f s; %.2f, %.2f",
                            seconds,
                            seconds / Median.seconds(avro, Measured::totalNanos),
                            seconds / Median.seconds(avroWithout, Measured::totalNanos)),
                    "under 0.9 s; a third",
                    "under 0.5 s");
        }
        return this;
    }

    RatioReport memory(SmallHeap.Outcome outcome) {
        if (outcome.failure() != null) {
            row("256 MB object at -Xmx256m", "failed: " + outcome.failure(), "passes", "at -Xmx128m");
        } else {
            row(
                    "256 MB object at -Xmx256m: speed against a large heap",
                    String.format(Locale.ROOT, "%.2f", outcome.speed()),
                    "0.8",
                    "0.8 at -Xmx128m");
            row(
                    "256 MB object at -Xmx256m: most memory resident",
                    String.format(Locale.ROOT, "%.0f MB", outcome.peakMegabytes()),
                    "under 450 MB",
                    "");
        }
        return this;
    }

    private void compare(Figures figures, List<Input> inputs, Way other, String name, String first, String then) {
        row(
                name,
                cells(inputs, input -> ratio(figures, input, other, figures::converting, figures::converting), "%.1f"),
                first,
                then);
    }

    /** Theirs in ours, or no number where one of them was not measured. */
    private static double ratio(
            Figures figures,
            Input input,
            Way other,
            ToDoubleBiFunction<Way, Input> theirs,
            ToDoubleBiFunction<Way, Input> ours) {
        return figures.has(Way.OURS, input) && figures.has(other, input)
                ? theirs.applyAsDouble(other, input) / ours.applyAsDouble(Way.OURS, input)
                : Double.NaN;
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
