package org.ocsf4j.backfill;

/**
 * A cap on units per second: whoever takes some pays with the time that follows, so that a large object delays the next one. An idle
 * while is not saved up. Not thread-safe; the clock is passed in.
 */
final class Pace {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private long freeAtNanos;
    private boolean used;

    /** A cap of {@code perSecond}; infinity is none. */
    Pace(double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is not above 0; " + perSecond);
        }
        this.perSecond = perSecond;
    }

    /** How long to wait before the next may begin, in nanoseconds. */
    long waitNanos(long nowNanos) {
        return used ? Math.max(0, freeAtNanos - nowNanos) : 0;
    }

    /** Takes {@code units} at a time. */
    void take(long units, long nowNanos) {
        long from = nowNanos + waitNanos(nowNanos);
        freeAtNanos = from + (long) (units / perSecond * NANOS);
        used = true;
    }
}
