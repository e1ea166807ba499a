package org.ocsf4j.retry;

import java.time.Duration;
import java.util.Objects;

/**
 * Exponential backoff with full jitter: a random part of an {@link ExponentialDelay}. The wait before retry {@code n} (from 1) is uniform between zero and
 * {@code min(cap, base * 2^(n-1))}: callers that failed together come back spread out.
 *
 * <p>A pure value: the caller passes in the randomness and does the waiting.
 *
 * @param base the longest wait before the first retry
 * @param cap the longest wait before any retry
 */
public record Backoff(Duration base, Duration cap) {

    /** 100 ms, doubling up to 20 s. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(20));

    public Backoff {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(cap, "cap");
        if (base.isNegative() || base.isZero()) {
            throw new IllegalArgumentException("base is not positive; " + base);
        }
        if (cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("cap is below base; cap " + cap + ", base " + base);
        }
    }

    /**
     * The wait before a retry.
     *
     * @param retry which one, from 1
     * @param random a number that is uniform in [0, 1)
     */
    public Duration delay(int retry, double random) {
        if (retry < 1) {
            throw new IllegalArgumentException("retry is below 1; " + retry);
        }
        if (!(random >= 0 && random < 1)) {
            throw new IllegalArgumentException("random is outside [0, 1); " + random);
        }
        return Duration.ofNanos(
                (long) (random * new ExponentialDelay(base, cap).after(retry).toNanos()));
    }
}
