package org.ocsf4j.schema.normalize;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;

/** Dates and times of RFC 3339 in UTC, from bytes and to bytes: what {@link Times} does with texts. */
final class DateTimeText {

    /** Stands for no such time. */
    static final long NONE = Long.MIN_VALUE;

    /** The most bytes that one is written with. */
    static final int MAX_BYTES = 24;

    private static final long DAY = 86_400_000L;
    private static final int NANO_DIGITS = 9;
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * DAY;
    private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY;

    private DateTimeText() {}

    /**
     * The milliseconds since the epoch of {@code yyyy-MM-ddTHH:mm:ss}, with up to nine digits of fraction, with {@code Z} or
     * without; {@link #NONE} for everything else.
     */
    static long millis(byte[] text, int from, int to) {
        int length = to - from;
        if (length < 19
                || text[from + 4] != '-'
                || text[from + 7] != '-'
                || text[from + 10] != 'T'
                || text[from + 13] != ':'
                || text[from + 16] != ':') {
            return NONE;
        }
        int century = two(text, from);
        int yearOfCentury = two(text, from + 2);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        if ((century | yearOfCentury | month | day | hour | minute | second) < 0) {
            return NONE;
        }
        int year = century * 100 + yearOfCentury;
        if (month < 1
                || month > 12
                || day < 1
                || day > daysOf(year, month)
                || hour > 23
                || minute > 59
                || second > 59) {
            return NONE;
        }
        long fraction = fraction(text, from + 19, to);
        if (fraction < 0) {
            return NONE;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return seconds * 1_000 + fraction;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> IsoChronology.INSTANCE.isLeapYear(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** The milliseconds behind the seconds; negative where there is something else. */
    private static long fraction(byte[] text, int from, int to) {
        int end = to > from && text[to - 1] == 'Z' ? to - 1 : to;
        if (from == end) {
            return 0;
        }
        int digits = end - from - 1;
        if (text[from] != '.' || digits < 1 || digits > NANO_DIGITS) {
            return -1;
        }
        long millis = 0;
        for (int i = 0; i < Math.max(3, digits); i++) {
            int digit = i < digits ? text[from + 1 + i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            millis = i < 3 ? millis * 10 + digit : millis;
        }
        return millis;
    }

    /** The number of two digits; negative where they are none. */
    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** Whether a time has a text: it is of the years 0 to 9999. */
    static boolean hasText(long millis) {
        return millis >= FIRST && millis < END;
    }

    /** Writes the text of a time, without fraction where there is none; the position behind it. */
    static int write(long millis, byte[] out, int at) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(millis, DAY));
        int ofDay = (int) Math.floorMod(millis, DAY);
        int year = date.getYear();
        int next = pair(year / 100, out, at);
        next = pair(year % 100, out, next);
        out[next++] = '-';
        next = pair(date.getMonthValue(), out, next);
        out[next++] = '-';
        next = pair(date.getDayOfMonth(), out, next);
        out[next++] = 'T';
        next = pair(ofDay / 3_600_000, out, next);
        out[next++] = ':';
        next = pair(ofDay / 60_000 % 60, out, next);
        out[next++] = ':';
        next = pair(ofDay / 1_000 % 60, out, next);
        int fraction = ofDay % 1_000;
        if (fraction != 0) {
            out[next++] = '.';
            out[next++] = (byte) ('0' + fraction / 100);
            next = pair(fraction % 100, out, next);
        }
        out[next++] = 'Z';
        return next;
    }

    private static int pair(int number, byte[] out, int at) {
        out[at] = (byte) ('0' + number / 10);
        out[at + 1] = (byte) ('0' + number % 10);
        return at + 2;
    }
}
