package org.ocsf4j.dashboards;

import java.time.Duration;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param from epoch milliseconds, included
 * @param to epoch milliseconds, not included
 */
public record TimeRange(long from, long to) {

    /** All time that index names are made for: the years 2000 to 2099. */
    public static final TimeRange ALL = new TimeRange(946_684_800_000L, 4_102_444_800_000L);

    private static final int MAX_STEPS = 60;
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30));

    public TimeRange {
        if (from >= to) {
            throw new IllegalArgumentException("[time range] it ends before it begins; " + from + " to " + to);
        }
    }

    /** The shortest round step of which the range has at most {@value #MAX_STEPS}, the longest where there is none. */
    public Duration step() {
        for (Duration step : STEPS) {
            if ((to - from) / step.toMillis() < MAX_STEPS) {
                return step;
            }
        }
        return STEPS.get(STEPS.size() - 1);
    }
}
