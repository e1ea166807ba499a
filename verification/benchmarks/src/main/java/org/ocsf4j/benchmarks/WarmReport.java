package org.ocsf4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The warm figures as Markdown. */
final class WarmReport {

    private final Figures figures;
    private final List<Input> inputs;
    private final StringBuilder text = new StringBuilder();

    WarmReport(Figures figures, List<Input> inputs) {
        this.figures = figures;
        this.inputs = inputs;
    }

    String markdown(Sizes sizes) throws java.io.IOException, InterruptedException {
        double[] megabytes = new double[inputs.size()];
        for (int i = 0; i < megabytes.length; i++) {
            megabytes[i] = sizes.jsonBytes(inputs.get(i)) / 1e6;
        }
        line("way from Parquet to JSON, warm", name -> name + " CPU s", name -> name + " process", "JSON MB/s");
        text.append("|---|").append("---|".repeat(2 * inputs.size() + 1)).append('\n');
        for (Way way : Way.values()) {
            if (inputs.stream().anyMatch(input -> figures.has(way, input))) {
                row(way, megabytes);
            }
        }
        return text.toString();
    }

    private void line(
            String first,
            java.util.function.UnaryOperator<String> cpu,
            java.util.function.UnaryOperator<String> process,
            String last) {
        text.append("| ").append(first).append(" |");
        for (Input input : inputs) {
            text.append(' ').append(cpu.apply(input.name())).append(" |");
        }
        for (Input input : inputs) {
            text.append(' ').append(process.apply(input.name())).append(" |");
        }
        text.append(' ').append(last).append(" |\n");
    }

    private void row(Way way, double[] megabytes) {
        text.append("| ").append(way.title()).append(" |");
        cells(way, input -> figures.converting(way, input));
        cells(way, input -> figures.process(way, input));
        for (int i = 0; i < megabytes.length; i++) {
            Input input = inputs.get(i);
            text.append(i == 0 ? " " : ", ");
            text.append(
                    figures.has(way, input)
                            ? String.format(Locale.ROOT, "%.0f", megabytes[i] / figures.converting(way, input))
                            : "");
        }
        text.append(" |\n");
    }

    private void cells(Way way, ToDoubleFunction<Input> seconds) {
        for (Input input : inputs) {
            String cell =
                    figures.has(way, input) ? String.format(Locale.ROOT, "%.2f", seconds.applyAsDouble(input)) : "";
            text.append(' ').append(cell).append(" |");
        }
    }
}
