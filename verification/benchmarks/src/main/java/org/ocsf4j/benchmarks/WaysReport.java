package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures of the ways as Markdown, a row for each way. */
final class WaysReport {

    private final Figures figures;
    private final List<Input> inputs;
    private final StringBuilder text = new StringBuilder();

    WaysReport(Figures figures, List<Input> inputs) {
        this.figures = figures;
        this.inputs = inputs;
    }

    /** Warm: CPU of the converting thread, CPU of the process, throughput. */
    String warm(Sizes sizes) throws IOException, InterruptedException {
        List<Double> megabytes = new ArrayList<>();
        for (Input input : inputs) {
            megabytes.add(sizes.jsonBytes(input) / 1e6);
        }
        head("way from Parquet to JSON, warm; CPU s", "thread", "process", "JSON MB/s");
        for (Way way : measuredWays()) {
            text.append("| ").append(way.title()).append(" |");
            cells(way, input -> figures.converting(way, input), "%.2f");
            cells(way, input -> figures.process(way, input), "%.2f");
            cells(way, input -> megabytes.get(inputs.indexOf(input)) / figures.converting(way, input), "%.0f");
            text.append('\n');
        }
        return text.toString();
    }

    /** Fresh: CPU of the whole process, and of the conversion in it. */
    String fresh() {
        head("way from Parquet to JSON, fresh process; CPU s", "whole", "conversion");
        for (Way way : measuredWays()) {
            text.append("| ").append(way.title()).append(" |");
            cells(way, input -> figures.total(way, input), "%.2f");
            cells(way, input -> figures.process(way, input), "%.2f");
            text.append('\n');
        }
        return text.toString();
    }

    private List<Way> measuredWays() {
        List<Way> ways = new ArrayList<>(List.of(Way.values()));
        ways.removeIf(way -> inputs.stream().noneMatch(input -> figures.has(way, input)));
        return ways;
    }

    private void head(String title, String... columns) {
        text.append("| ").append(title).append(" |");
        for (String column : columns) {
            for (Input input : inputs) {
                text.append(' ').append(input.name()).append(' ').append(column).append(" |");
            }
        }
        text.append("\n|---|")
                .append("---|".repeat(columns.length * inputs.size()))
                .append('\n');
    }

    private void cells(Way way, ToDoubleFunction<Input> value, String format) {
        for (Input input : inputs) {
            String cell = figures.has(way, input) ? String.format(Locale.ROOT, format, value.applyAsDouble(input)) : "";
            text.append(' ').append(cell).append(" |");
        }
    }
}
