package org.ocsf4j.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Generates the inputs, runs every part, prints the tables; behind the word {@code jmh}, runs JMH instead. */
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        Path module = Path.of(System.getProperty("bench.module", ".")).toAbsolutePath();
        Path target = module.resolve("target");
        Options options;
        try {
            options = Options.parse(List.of(arguments), target);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        Workers workers = Workers.of(options, module);
        Inputs files = new Inputs(options.data(), ClassPath.whole());
        List<Input> inputs = new ArrayList<>();
        for (long seed : options.seeds()) {
            for (Kind kind : options.kinds()) {
                inputs.add(files.of(kind, seed));
            }
        }
        new Run(options, workers, files, inputs, target, System.out).run();
    }
}
