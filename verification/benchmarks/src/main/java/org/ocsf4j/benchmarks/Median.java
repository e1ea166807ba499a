package org.ocsf4j.benchmarks;

import java.util.List;
import java.util.function.ToLongFunction;

/** The middle of a few measurements. */
final class Median {

    private Median() {}

    static double seconds(List<Measured> measured, ToLongFunction<Measured> nanos) {
        return of(measured, nanos) / 1e9;
    }

    /** The middle value, or the mean of the two in the middle. */
    static double of(List<Measured> measured, ToLongFunction<Measured> value) {
        long[] sorted = measured.stream().mapToLong(value).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
