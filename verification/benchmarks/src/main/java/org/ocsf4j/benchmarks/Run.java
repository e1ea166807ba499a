package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run over all parts that were asked for. */
final class Run {

    private final Options options;
    private final Workers workers;
    private final Inputs files;
    private final List<Input> inputs;
    private final Path target;
    private final Sizes sizes;
    private final RatioReport ratios = new RatioReport();
    private final JsonReport json = new JsonReport();
    private final StringBuilder text = new StringBuilder();

    Run(Options options, Workers workers, Inputs files, List<Input> inputs, Path target) {
        this.options = options;
        this.workers = workers;
        this.files = files;
        this.inputs = inputs;
        this.target = target;
        this.sizes = new Sizes(workers);
    }

    /** Runs the parts and gives the tables; the figures are in the JSON file too. */
    String markdown() throws IOException, InterruptedException {
        for (Input input : inputs) {
            json.input(input, sizes.jsonBytes(input));
        }
        if (options.runs(Part.WARM)) {
            warm();
        }
        if (options.runs(Part.THREADS)) {
            threads();
        }
        if (options.runs(Part.PROCESS)) {
            processes();
        }
        if (options.runs(Part.COLD)) {
            cold();
        }
        if (options.runs(Part.MEMORY)) {
            memory();
        }
        json.write(options.json());
        Progress.say("figures as JSON: " + options.json());
        return text.append(ratios.markdown()).toString();
    }

    private void warm() throws IOException, InterruptedException {
        Figures figures = new WarmRounds(options, workers, sizes).run(inputs);
        for (long seed : options.seeds()) {
            text.append(new WaysReport(figures, ofSeed(seed)).warm(sizes)).append('\n');
        }
        ratios.warm(figures, inputs);
        json.figures("warm", figures, inputs);
    }

    private void threads() throws IOException, InterruptedException {
        Map<Input, TwoThreads.Gain> gains = new TwoThreads(options, workers, sizes).run(firstSeed());
        ratios.threads(gains);
        gains.forEach((input, gain) -> json.gain(input, gain));
    }

    private void processes() throws IOException, InterruptedException {
        Figures figures = new FreshProcesses(options, workers, sizes).run(firstSeed());
        text.append(new WaysReport(figures, firstSeed()).fresh()).append('\n');
        ratios.firstPass(figures, firstSeed());
        json.figures("process", figures, firstSeed());
    }

    private void cold() throws IOException, InterruptedException {
        Input few = files.of(Kind.C, options.seeds().get(0), ColdStart.ROWS);
        Map<ColdStart.SetUp, List<Measured>> starts =
                new ColdStart(options.coldStarts(), workers, target.resolve("archives")).run(few);
        text.append(ColdReport.markdown(starts)).append('\n');
        ratios.cold(starts);
        starts.forEach((setUp, measured) -> json.measured("cold", setUp.title(), "C100", measured));
    }

    private void memory() throws IOException, InterruptedException {
        Input large = files.large(files.of(Kind.V, options.seeds().get(0)), SmallHeap.OBJECT_BYTES);
        SmallHeap.Outcome outcome = new SmallHeap(workers).run(large);
        ratios.memory(outcome);
        json.measured("memory", "-Xmx" + SmallHeap.SMALL, large.name(), outcome.small());
        json.measured("memory", "large heap", large.name(), outcome.large());
    }

    private List<Input> firstSeed() {
        return ofSeed(options.seeds().get(0));
    }

    private List<Input> ofSeed(long seed) {
        return inputs.stream().filter(input -> input.seed() == seed).toList();
    }
}
