package org.ocsf4j.testkit.lake;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The times of one day's events: in order but for a few seconds, with a quiet night and a busy afternoon. */
final class DayRhythm {

    private static final int[] HOURLY = {
        4, 3, 3, 3, 3, 4, 6, 9, 13, 16, 17, 16, 15, 17, 19, 18, 16, 14, 11, 9, 8, 7, 6, 5
    };
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int DISORDER_MILLIS = 4_000;

    private final long midnight;
    private final double[] reached = new double[HOURLY.length + 1];

    DayRhythm(LocalDate day) {
        this.midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        int sum = 0;
        for (int weight : HOURLY) {
            sum += weight;
        }
        for (int hour = 0; hour < HOURLY.length; hour++) {
            reached[hour + 1] = reached[hour] + (double) HOURLY[hour] / sum;
        }
    }

    /** Epoch milliseconds of event {@code index} of {@code count}; always within the day. */
    long timeOf(long index, long count, Dice dice) {
        double part = (index + dice.fraction()) / count;
        int hour = 0;
        while (hour < HOURLY.length - 1 && part >= reached[hour + 1]) {
            hour++;
        }
        double within = (part - reached[hour]) / (reached[hour + 1] - reached[hour]);
        long offset = (long) ((hour + Math.min(within, 1)) * HOUR_MILLIS) - dice.below(DISORDER_MILLIS);
        return midnight + Math.min(Math.max(offset, 0), HOURLY.length * HOUR_MILLIS - 1);
    }
}
