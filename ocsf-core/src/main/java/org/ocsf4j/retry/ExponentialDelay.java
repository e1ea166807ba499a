package org.ocsf4j.retry;

import java.time.Duration;
import java.util.Objects;

/**
 * A delay that doubles with every attempt: {@code min(longest, first * 2^(attempt - 1))}, attempts counted from 1. Pure.
 *
 * @param first the delay after the first attempt; may be zero, then every delay is
 * @param longest no delay is longer
 */
public record ExponentialDelay(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 40;

    public ExponentialDelay {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(longest, "longest");
        if (first.isNegative()) {
            throw new IllegalArgumentException("first is negative; " + first);
        }
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("longest is shorter than first; " + longest + " < " + first);
        }
    }

    public Duration after(int attempt) {
        int doublings = Math.min(Math.max(attempt, 1) - 1, MAX_DOUBLINGS);
        long firstMillis = first.toMillis();
        long longestMillis = longest.toMillis();
        boolean tooLong = firstMillis > (longestMillis >> doublings);
        return tooLong ? longest : Duration.ofMillis(firstMillis << doublings);
    }
}
