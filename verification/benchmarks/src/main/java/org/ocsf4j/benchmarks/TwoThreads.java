package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our decoder over the same file on one thread and on two at once, in turns, in one warm process. */
final class TwoThreads {

    private static final int FEWEST_ROUNDS = 5;

    private final Options options;
    private final Workers workers;
    private final Sizes sizes;

    TwoThreads(Options options, Workers workers, Sizes sizes) {
        this.options = options;
        this.workers = workers;
        this.sizes = sizes;
    }

    /**
     * What was gained.
     *
     * @param byClock throughput of two threads in throughputs of one, by the clock; needs two idle cores
     * @param byCpu the same if nobody else used the cores: 2, less what a conversion costs more beside another
     */
    record Gain(double byClock, double byCpu) {}

    Map<Input, Gain> run(List<Input> inputs) throws IOException, InterruptedException {
        Map<Input, Gain> gains = new LinkedHashMap<>();
        try (Child child = workers.start(Way.OURS)) {
            for (Input input : inputs) {
                Progress.say("two threads against one: " + input.name());
                gains.put(input, gain(child, sizes.source(input)));
            }
            child.end();
        }
        return gains;
    }

    private Gain gain(Child child, Source source) throws IOException {
        for (long spent = 0; spent < options.warmUpNanos(); ) {
            spent += child.convert(source, 2).processNanos() + 10_000_000;
        }
        List<Measured> alone = new ArrayList<>();
        List<Measured> both = new ArrayList<>();
        for (int round = 0; round < Math.max(FEWEST_ROUNDS, options.rounds()); round++) {
            alone.add(child.convert(source, 1));
            both.add(child.convert(source, 2));
        }
        double byClock = 2 * Median.of(alone, Measured::wallNanos) / Median.of(both, Measured::wallNanos);
        double byCpu = 4 * Median.of(alone, Measured::threadNanos) / Median.of(both, Measured::threadNanos);
        return new Gain(byClock, byCpu);
    }
}
