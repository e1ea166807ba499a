package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Until when an object has to be done with. It is near once less than the grace remains: then no further rows are read, and what is
 * being written has the rest of the time. Thread-safe as its supplier is.
 */
final class Deadline {

    static final Deadline NONE = new Deadline(() -> Duration.ofDays(365), Duration.ZERO);

    /** What remains for the report itself. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private final Supplier<Duration> remaining;
    private final Duration grace;

    Deadline(Supplier<Duration> remaining, Duration grace) {
        this.remaining = Objects.requireNonNull(remaining, "remaining");
        this.grace = grace;
    }

    boolean isNear() {
        return remaining.get().compareTo(grace) < 0;
    }

    /** How long writers may go on. */
    Duration forWriting() {
        Duration left = remaining.get().minus(LAST_MOMENT);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
