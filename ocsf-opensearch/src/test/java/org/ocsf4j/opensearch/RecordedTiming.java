package org.ocsf4j.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, at once. The randomness is fixed. */
final class RecordedTiming implements Timing {

    private final List<Duration> sleeps = new ArrayList<>();
    private final double random;
    private long now;

    RecordedTiming() {
        this(0.5);
    }

    RecordedTiming(double random) {
        this.random = random;
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleepNanos(long nanos) {
        sleeps.add(Duration.ofNanos(nanos));
        now += nanos;
    }

    @Override
    public double random() {
        return random;
    }

    synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
