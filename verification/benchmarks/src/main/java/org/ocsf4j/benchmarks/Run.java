package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
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
    private final PrintStream out;

    Run(Options options, Workers workers, Inputs files, List<Input> inputs, Path target, PrintStream out) {
        this.options = options;
        this.workers = workers;
        this.files = files;
        this.inputs = inputs;
        this.target = target;
        this.out = out;
        this.sizes = new Sizes(workers);
    }

    /** Runs the parts and prints each table once it is done; the figures go to the JSON file too. */
    void run() throws IOException, InterruptedException {
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
        out.println(ratios.markdown());
    }

    private void warm() throws IOException, InterruptedException {
        Figures figures = new WarmRounds(options, workers, sizes).run(inputs);
        for (long seed : options.seeds()) {
            out.println(new WaysReport(figures, ofSeed(seed)).warm(sizes));
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
        out.println(new WaysReport(figures, firstSeed()).fresh());
        ratios.firstPass(figures, firstSeed());
        json.figures("process", figures, firstSeed());
    }

    private void cold() throws IOException, InterruptedException {
        Input few = files.of(Kind.C, options.seeds().get(0), ColdStart.ROWS);
        Map<ColdStart.SetUp, List<Measured>> starts =
                new ColdStart(options.coldStarts(), workers, target.resolve("archives")).run(few);
        out.println(ColdReport.markdown(starts));
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
