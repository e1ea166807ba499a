package org.ocsf4j.opensearch;

import java.time.Duration;

/**
 * Whether the destination takes anything at all, shared by all writers. It opens when a whole request was turned away or not
 * answered; until the wait is over nobody sends. Then one writer tries, and its answer closes the circuit or opens it again.
 *
 * <pre>
 *   closed ── turned away ──> open ── wait over ──> one trial ── answered ──> closed
 *                              └───────── turned away ─────────┘
 * </pre>
 *
 * <p>Thread-safe. Time is passed in.
 */
final class Circuit {

    /** How often who waits for somebody else's trial looks again. */
    static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private boolean open;
    private boolean trial;
    private long openUntil;
    private int failures;
    private long opening;

    /** How long the caller has to wait, in nanoseconds; 0 where it may send, and then it reports what came of it. */
    synchronized long nanosUntilTurn(long now) {
        if (!open) {
            return 0;
        }
        if (openUntil - now > 0) {
            return openUntil - now;
        }
        if (trial) {
            return LOOK_AGAIN.toNanos();
        }
        trial = true;
        return 0;
    }

    /** The opening that a request is sent under: those that are under way together fail together and count once. */
    synchronized long opening() {
        return opening;
    }

    /** The destination answered, whatever it said of the items. */
    synchronized void answered() {
        open = false;
        trial = false;
        failures = 0;
    }

    /** A whole request was turned away. Returns how often in a row that has happened, over all writers. */
    synchronized int turnedAway(long sentUnder) {
        trial = false;
        if (failures == 0 || sentUnder == opening) {
            failures++;
            opening++;
        }
        return failures;
    }

    /** Nobody sends before {@code until}. */
    synchronized void openUntil(long until) {
        if (!open || until - openUntil > 0) {
            openUntil = until;
        }
        open = true;
    }

    /** The caller had its turn and learned nothing. */
    synchronized void abandoned() {
        trial = false;
    }

    /** Whether there is a point in bringing something to send. */
    synchronized boolean isPassable(long now) {
        return !open || openUntil - now <= 0;
    }
}
