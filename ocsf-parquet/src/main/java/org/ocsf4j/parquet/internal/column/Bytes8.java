package org.ocsf4j.parquet.internal.column;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;

/** Looks at eight bytes at once. */
final class Bytes8 {

    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7F7F7F7F7F7F7F7FL;

    private Bytes8() {}

    /** How many of {@code bytes[from..to)} are {@code value}. */
    static int count(byte[] bytes, int from, int to, int value) {
        long pattern = ONES * value;
        int count = 0;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long different = int64(bytes, at) ^ pattern;
            // The high bit of each byte that is not zero.
            long high = ((different & LOWS) + LOWS | different) & ~LOWS;
            count += Long.BYTES - Long.bitCount(high);
        }
        for (; at < to; at++) {
            count += bytes[at] == value ? 1 : 0;
        }
        return count;
    }
}
