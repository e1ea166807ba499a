package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.util.List;

/** Conversions each in a process of its own, in turns: start of the virtual machine, interpreter, JIT and all. */
final class FreshProcesses {

    private final Options options;
    private final Workers workers;
    private final Sizes sizes;

    FreshProcesses(Options options, Workers workers, Sizes sizes) {
        this.options = options;
        this.workers = workers;
        this.sizes = sizes;
    }

    /** Ours and DuckDB in as many processes as asked for, the slower ways in one. */
    Figures run(List<Input> inputs) throws IOException, InterruptedException {
        Figures figures = new Figures();
        for (int round = 1; round <= options.processes(); round++) {
            Progress.say("fresh processes, round " + round + " of " + options.processes());
            for (Input input : inputs) {
                for (Way way : workers.ways()) {
                    if (round == 1 || way == Way.OURS || way == Way.DUCKDB) {
                        figures.add(way, input, once(way, input));
                    }
                }
            }
        }
        return figures;
    }

    private Measured once(Way way, Input input) throws IOException, InterruptedException {
        Source source = sizes.source(input);
        try (Child child = workers.start(way)) {
            Measured one = child.convert(source, 1);
            child.end();
            return one;
        }
    }
}
