package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Warm conversions: a process per way, so that no way's code is compiled for the calls of another, asked in turns, so that a
 * noisy minute hits all of them.
 */
final class WarmRounds {

    private static final int FEWEST_WARM_UPS = 1;

    /** The ways that no aim is set against are slow, and need no more. */
    private static final int ROUNDS_OF_OTHERS = 2;

    private final Options options;
    private final Workers workers;
    private final Sizes sizes;

    WarmRounds(Options options, Workers workers, Sizes sizes) {
        this.options = options;
        this.workers = workers;
        this.sizes = sizes;
    }

    /** Measures all inputs; ways that are not {@link Way#isMain()} those of the first seed only. */
    Figures run(List<Input> inputs) throws IOException, InterruptedException {
        Figures figures = new Figures();
        Map<Way, Child> children = new EnumMap<>(Way.class);
        try {
            for (Way way : workers.ways()) {
                children.put(way, workers.start(way));
            }
            for (Map.Entry<Way, Child> child : children.entrySet()) {
                warmUp(child.getKey(), child.getValue(), inputs);
            }
            for (int round = 1; round <= options.rounds(); round++) {
                Progress.say("warm round " + round + " of " + options.rounds());
                for (Input input : inputs) {
                    for (Map.Entry<Way, Child> child : children.entrySet()) {
                        if (isAsked(child.getKey(), input, round)) {
                            figures.add(child.getKey(), input, checked(child.getKey(), child.getValue(), input));
                        }
                    }
                }
            }
            for (Child child : children.values()) {
                child.end();
            }
            return figures;
        } finally {
            children.values().forEach(Child::close);
        }
    }

    private void warmUp(Way way, Child child, List<Input> inputs) throws IOException, InterruptedException {
        Progress.say("warming up: " + way.title());
        for (Input input : inputs) {
            if (input.seed() != options.seeds().get(0)) {
                continue;
            }
            long spent = 0;
            for (int pass = 0; pass < FEWEST_WARM_UPS || spent < options.warmUpNanos(); pass++) {
                // a conversion that takes no time to speak of ends too
                spent += checked(way, child, input).processNanos() + 10_000_000;
            }
        }
    }

    private Measured checked(Way way, Child child, Input input) throws IOException, InterruptedException {
        Measured one = child.convert(sizes.source(input), 1);
        if (one.rows() != input.rows()) {
            throw new IOException(
                    "[" + input.file() + "] " + way.key() + " converted " + one.rows() + " rows of " + input.rows());
        }
        return one;
    }

    private boolean isAsked(Way way, Input input, int round) {
        return way.isMain() || (input.seed() == options.seeds().get(0) && round <= ROUNDS_OF_OTHERS);
    }
}
