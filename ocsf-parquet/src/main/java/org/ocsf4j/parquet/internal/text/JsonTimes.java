package org.ocsf4j.parquet.internal.text;

/**
 * Dates and times as RFC 3339 has them, for years 0000 to 9999; beyond, as ISO 8601 with a sign. Each method returns the
 * position behind what it wrote, quotation marks included.
 */
public final class JsonTimes {

    /** The longest text, quotation marks and a ten-digit year included. */
    public static final int MAX_BYTES = 48;

    private static final int MILLIS = 1_000;
    private static final int NANOS = 1_000_000_000;
    private static final int SECONDS_A_DAY = 86_400;
    private static final long DAYS_0000_TO_1970 = 719_528;
    private static final int DAYS_A_CYCLE = 146_097;

    private JsonTimes() {}

    /** A count of {@code 1/perSecond} seconds since the epoch: perSecond is a thousand, a million or a billion. */
    public static int timestamp(long value, int perSecond, boolean utc, byte[] to, int at) {
        long second = Math.floorDiv(value, perSecond);
        int fraction = (int) (value - second * perSecond);
        return timestampOf(second, fraction * (NANOS / perSecond), utc, to, at);
    }

    /** {@code second} since the epoch and {@code nanos} of it. */
    private static int timestampOf(long second, int nanos, boolean utc, byte[] to, int at) {
        long day = Math.floorDiv(second, (long) SECONDS_A_DAY);
        int secondOfDay = (int) (second - day * SECONDS_A_DAY);
        to[at] = '"';
        int end = day(day, to, at + 1);
        to[end] = 'T';
        end = clock(secondOfDay, nanos, to, end + 1);
        if (utc) {
            to[end++] = 'Z';
        }
        to[end] = '"';
        return end + 1;
    }

    /** The seconds and what follows, of a millisecond of the minute; the text up to the minute stands in front. */
    static int secondsOfMinute(int millis, boolean utc, byte[] to, int at) {
        int second = millis / MILLIS;
        int fraction = millis - second * MILLIS;
        int end = JsonNumbers.pair(second, to, at);
        if (fraction != 0) {
            int hundreds = fraction / 100;
            to[end] = '.';
            to[end + 1] = (byte) ('0' + hundreds);
            end = JsonNumbers.pair(fraction - hundreds * 100, to, end + 2);
        }
        if (utc) {
            to[end++] = 'Z';
        }
        to[end] = '"';
        return end + 1;
    }

    /** Days since the epoch. */
    public static int date(long day, byte[] to, int at) {
        to[at] = '"';
        int end = day(day, to, at + 1);
        to[end] = '"';
        return end + 1;
    }

    /** A time of day, or a span longer than a day or negative where the number is. */
    public static int timeOfDay(long value, int perSecond, byte[] to, int at) {
        int end = at;
        to[end++] = '"';
        if (value < 0) {
            to[end++] = '-';
        }
        long magnitude = Math.abs(value); // the smallest long stays itself, and is right when taken as unsigned
        long second = Long.divideUnsigned(magnitude, perSecond);
        int fraction = (int) Long.remainderUnsigned(magnitude, perSecond);
        long hours = second / 3_600;
        if (hours >= 24) {
            end = JsonNumbers.integer(hours, to, end);
        } else {
            end = JsonNumbers.pair((int) hours, to, end);
        }
        end = minutes((int) (second - hours * 3_600), fraction * (NANOS / perSecond), to, end);
        to[end] = '"';
        return end + 1;
    }

    private static int clock(int secondOfDay, int nanos, byte[] to, int at) {
        int hour = secondOfDay / 3_600;
        return minutes(secondOfDay - hour * 3_600, nanos, to, JsonNumbers.pair(hour, to, at));
    }

    /** {@code :mm:ss} and the fraction, of a second of the hour. */
    private static int minutes(int secondOfHour, int nanos, byte[] to, int at) {
        int minute = secondOfHour / 60;
        to[at] = ':';
        JsonNumbers.pair(minute, to, at + 1);
        to[at + 3] = ':';
        JsonNumbers.pair(secondOfHour - minute * 60, to, at + 4);
        int end = at + 6;
        if (nanos == 0) {
            return end;
        }
        to[end] = '.';
        if (nanos % (NANOS / MILLIS) == 0) {
            return JsonNumbers.fraction(nanos / (NANOS / MILLIS), 3, to, end + 1);
        }
        if (nanos % MILLIS == 0) {
            return JsonNumbers.fraction(nanos / MILLIS, 6, to, end + 1);
        }
        return JsonNumbers.fraction(nanos, 9, to, end + 1);
    }

    /** The civil date of a day, by counting years from March so that a leap day comes last. */
    private static int day(long epochDay, byte[] to, int at) {
        long zeroDay = epochDay + DAYS_0000_TO_1970 - 60; // from 0000-03-01
        long cycle = Math.floorDiv(zeroDay, (long) DAYS_A_CYCLE);
        int dayOfCycle = (int) (zeroDay - cycle * DAYS_A_CYCLE);
        int yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
        int dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
        int end = year(year, to, at);
        to[end] = '-';
        JsonNumbers.pair(month, to, end + 1);
        to[end + 3] = '-';
        return JsonNumbers.pair(day, to, end + 4);
    }

    private static int year(long year, byte[] to, int at) {
        if (year >= 0 && year <= 9_999) {
            int century = (int) year / 100;
            JsonNumbers.pair(century, to, at);
            return JsonNumbers.pair((int) year - century * 100, to, at + 2);
        }
        int end = at;
        to[end++] = (byte) (year < 0 ? '-' : '+');
        long magnitude = Math.abs(year);
        for (long least = 1_000; least > magnitude; least /= 10) {
            to[end++] = '0';
        }
        return JsonNumbers.integer(magnitude, to, end);
    }
}
