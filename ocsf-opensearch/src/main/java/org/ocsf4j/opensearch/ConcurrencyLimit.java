package org.ocsf4j.opensearch;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many requests may be under way, additive increase and multiplicative decrease: it halves when the destination is busy, at
 * most once for the requests that were under way together, and grows by one for each round of answers without trouble, up to
 * its maximum. Thread-safe.
 */
final class ConcurrencyLimit {

    private final int maximum;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private double limit;
    private int underWay;
    private long started;
    private long startedAtDecrease;

    ConcurrencyLimit(int maximum) {
        this.maximum = maximum;
        this.limit = maximum;
    }

    /** Waits for a turn. The ticket goes back to {@link #release}. */
    long acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (underWay >= (int) limit) {
                changed.await();
            }
            underWay++;
            return ++started;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a turn. True where the destination is busy although there was one request at a time: its size is left to shrink. */
    boolean release(long ticket, boolean busy) {
        lock.lock();
        try {
            underWay--;
            boolean alone = false;
            if (!busy) {
                limit = Math.min(maximum, limit + 1 / limit);
            } else if (ticket > startedAtDecrease) {
                alone = limit < 2;
                limit = Math.max(1, limit / 2);
                startedAtDecrease = started;
            }
            changed.signalAll();
            return alone;
        } finally {
            lock.unlock();
        }
    }

    int current() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }
}
