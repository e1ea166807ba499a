package org.ocsf4j.opensearch;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The real clock, a hundred times faster: for many threads that wait for each other. */
final class HurriedTiming implements Timing {

    private static final int TIMES = 100;

    @Override
    public long nanoTime() {
        return System.nanoTime() * TIMES;
    }

    @Override
    public void sleepNanos(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos / TIMES);
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
