package org.ocsf4j.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param seed what every choice is drawn from, with the number of the case
 * @param firstCase the number of the first case
 * @param count how many cases
 * @param threads how many are read at once
 * @param atMost when to stop though the count is not reached; null for never
 * @param hang how long a file may take
 * @param keep the folder for files that fail, and for the file of a single case; null for none
 * @param json whether the report is JSON
 */
public record FuzzOptions(
        long seed,
        long firstCase,
        long count,
        int threads,
        @Nullable Duration atMost,
        Duration hang,
        @Nullable Path keep,
        boolean json) {

    /** 1. */
    public static final long DEFAULT_SEED = 1;

    /** 20,000 cases. */
    public static final long DEFAULT_COUNT = 20_000;

    /** 10 seconds. */
    public static final Duration DEFAULT_HANG = Duration.ofSeconds(10);

    static final String USAGE =
            """
            usage: fuzz [--seed S] [--count N] [--threads T] [--minutes M] [--case N] [--keep DIR] [--json]
              --seed S      what every choice is drawn from; 1
              --count N     how many files; 20000
              --threads T   how many at once; one for each processor
              --minutes M   stop after so long, whatever the count
              --case N      one file only, the one with this number, with all that is known of it
              --keep DIR    write files that fail there, and the file of --case
              --json        the report as JSON""";

    public FuzzOptions {
        if (count < 1 || threads < 1) {
            throw new IllegalArgumentException("count or threads is below 1; " + count + ", " + threads);
        }
    }

    /** Every option at its default. */
    public static FuzzOptions defaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new FuzzOptions(DEFAULT_SEED, 0, DEFAULT_COUNT, processors, null, DEFAULT_HANG, null, false);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException where it is none; the message says how it goes
     */
    public static FuzzOptions parse(List<String> arguments) {
        FuzzOptions options = defaults();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private FuzzOptions with(String name, Iterator<String> rest) {
        if (name.equals("--json")) {
            return new FuzzOptions(seed, firstCase, count, threads, atMost, hang, keep, true);
        }
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("unknown option, or no value for it; " + name + "\n" + USAGE);
        }
        String value = rest.next();
        return switch (name) {
            case "--seed" -> new FuzzOptions(number(name, value), firstCase, count, threads, atMost, hang, keep, json);
            case "--count" -> new FuzzOptions(seed, firstCase, number(name, value), threads, atMost, hang, keep, json);
            case "--threads" ->
                new FuzzOptions(seed, firstCase, count, Math.toIntExact(number(name, value)), atMost, hang, keep, json);
            case "--minutes" ->
                new FuzzOptions(
                        seed, firstCase, count, threads, Duration.ofMinutes(number(name, value)), hang, keep, json);
            case "--case" -> new FuzzOptions(seed, number(name, value), 1, 1, atMost, hang, keep, json);
            case "--keep" -> new FuzzOptions(seed, firstCase, count, threads, atMost, hang, Path.of(value), json);
            default -> throw new IllegalArgumentException("unknown option; " + name + "\n" + USAGE);
        };
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value.replace("_", "").replace(",", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a number; " + value + "\n" + USAGE, e);
        }
    }
}
