package org.ocsf4j.parquet.internal.json;

import java.time.LocalDate;

/** Timestamps, dates and times of day as text. Any number has a spelling; those out of range get more digits. */
public final class Times {

    private static final int NANOS_PER_SECOND = 1_000_000_000;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    private Times() {}

    /** Milliseconds since the epoch of an INT96; see {@link #int96Nanos}. */
    public static long int96Millis(long nanosOfDay, int julianDay) {
        return Math.floorDiv(int96Nanos(nanosOfDay, julianDay), 1_000_000);
    }

    static String int96(long nanosOfDay, int julianDay) {
        return timestamp(int96Nanos(nanosOfDay, julianDay), NANOS_PER_SECOND, true);
    }

    /**
     * Nanoseconds since the epoch of an INT96: nanoseconds of the day, then the Julian day. The JSON contract counts them in 64
     * bits, as Arrow's readers do, so an instant outside the years 1677 to 2262 wraps around.
     */
    public static long int96Nanos(long nanosOfDay, int julianDay) {
        return (Integer.toUnsignedLong(julianDay) - JULIAN_DAY_OF_EPOCH) * SECONDS_PER_DAY * NANOS_PER_SECOND
                + nanosOfDay;
    }

    /**
     * A timestamp.
     *
     * @param perSecond how many units make a second: 1,000, 1,000,000 or 1,000,000,000
     */
    static String timestamp(long units, int perSecond, boolean utc) {
        int fraction = (int) Math.floorMod(units, (long) perSecond);
        return instant(Math.floorDiv(units, (long) perSecond), fraction * (NANOS_PER_SECOND / perSecond), utc);
    }

    private static String instant(long epochSecond, int nanos, boolean utc) {
        StringBuilder text = new StringBuilder(32);
        text.append(LocalDate.ofEpochDay(Math.floorDiv(epochSecond, SECONDS_PER_DAY)))
                .append('T');
        clock(text, Math.floorMod(epochSecond, SECONDS_PER_DAY), nanos);
        return utc ? text.append('Z').toString() : text.toString();
    }

    static String date(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    /** A time of day, or a span longer than a day or negative where the number is. */
    static String timeOfDay(long units, int perSecond) {
        StringBuilder text = new StringBuilder(18);
        if (units < 0) {
            text.append('-');
        }
        long magnitude = Math.abs(units); // the smallest long stays itself, and is right when taken as unsigned
        int fraction = (int) Long.remainderUnsigned(magnitude, perSecond);
        clock(text, Long.divideUnsigned(magnitude, perSecond), fraction * (NANOS_PER_SECOND / perSecond));
        return text.toString();
    }

    private static void clock(StringBuilder text, long seconds, int nanos) {
        twoDigits(text, seconds / 3600);
        twoDigits(text.append(':'), seconds / 60 % 60);
        twoDigits(text.append(':'), seconds % 60);
        if (nanos != 0) {
            text.append('.');
            if (nanos % 1_000_000 == 0) {
                digits(text, nanos / 1_000_000, 3);
            } else if (nanos % 1000 == 0) {
                digits(text, nanos / 1000, 6);
            } else {
                digits(text, nanos, 9);
            }
        }
    }

    private static void twoDigits(StringBuilder text, long value) {
        if (value < 10) {
            text.append('0');
        }
        text.append(value);
    }

    private static void digits(StringBuilder text, int value, int width) {
        String plain = Integer.toString(value);
        text.append("0".repeat(width - plain.length())).append(plain);
    }
}
