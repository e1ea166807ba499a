package org.ocsf4j.parquet.internal.column;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;

/** Looks at eight bytes at once. */
final class Bytes8 {

    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7F7F7F7F7F7F7F7FL;

    private Bytes8() {}

    /**
     * Looks for the zero byte behind {@code skipped} others.
     *
     * @return where it is, or the complement of how many zeros were passed where there are not so many
     */
    static int findZero(byte[] bytes, int from, int to, int skipped) {
        int left = skipped;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            int zeros = zeros(int64(bytes, at));
            if (zeros > left) {
                break;
            }
            left -= zeros;
        }
        for (; at < to; at++) {
            if (bytes[at] == 0 && left-- == 0) {
                return at;
            }
        }
        return ~(skipped - left);
    }

    private static int zeros(long word) {
        // The high bit of each byte that is not zero.
        long high = (((word & LOWS) + LOWS) | word) & ~LOWS;
        return Long.BYTES - Long.bitCount(high);
    }

    /** How many of {@code bytes[from..to)} are {@code value}. */
    static int count(byte[] bytes, int from, int to, int value) {
        long pattern = ONES * value;
        int count = 0;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            count += zeros(int64(bytes, at) ^ pattern);
        }
        for (; at < to; at++) {
            count += bytes[at] == value ? 1 : 0;
        }
        return count;
    }
}
