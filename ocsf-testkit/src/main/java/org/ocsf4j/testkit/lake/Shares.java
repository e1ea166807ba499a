package org.ocsf4j.testkit.lake;

/** Splits a whole number so that the parts add up to it exactly. */
final class Shares {

    private Shares() {}

    /** Splits {@code total} in proportion to {@code weights}, rounding so that the running sum never strays by one. */
    static long[] split(long total, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        long[] parts = new long[weights.length];
        double reached = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            long upTo = i == weights.length - 1 ? total : Math.round(total * (reached / sum));
            parts[i] = upTo - given;
            given = upTo;
        }
        return parts;
    }
}
