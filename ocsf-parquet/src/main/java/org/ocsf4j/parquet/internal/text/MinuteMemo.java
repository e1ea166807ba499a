package org.ocsf4j.parquet.internal.text;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.putInt64;

/** Writes timestamps of milliseconds, and remembers the text up to the minute: the next one is often of the same. */
public final class MinuteMemo {

    private static final int MILLIS_A_MINUTE = 60_000;

    /** {@code "2026-06-01T00:00:} of a year of four digits. */
    private static final int LENGTH = 18;

    private static final long FIRST_MINUTE = -1_035_593_280L; // 0001-01-01
    private static final long LAST_MINUTE = 4_223_370_240L; // 9999-12-31

    private final byte[] text = new byte[64];
    private long known = Long.MIN_VALUE;

    /** As {@link JsonTimes#timestamp}; {@code to} needs eight spare bytes. */
    public int timestamp(long millis, boolean utc, byte[] to, int at) {
        long minute = Math.floorDiv(millis, (long) MILLIS_A_MINUTE);
        if (minute != known) {
            if (minute < FIRST_MINUTE || minute > LAST_MINUTE) {
                return JsonTimes.timestamp(millis, 1_000, utc, to, at);
            }
            JsonTimes.timestamp(minute * MILLIS_A_MINUTE, 1_000, utc, text, 0);
            known = minute;
        }
        putInt64(to, at, int64(text, 0));
        putInt64(to, at + 8, int64(text, 8));
        putInt64(to, at + 16, int64(text, 16));
        return JsonTimes.secondsOfMinute((int) (millis - minute * MILLIS_A_MINUTE), utc, to, at + LENGTH);
    }
}
