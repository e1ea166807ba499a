package org.ocsf4j.parquet.internal.column;

import org.ocsf4j.parquet.internal.page.MalformedException;

/** The deprecated encoding of levels: packed without headers, most significant bit first. */
final class BitPackedLevels {

    private BitPackedLevels() {}

    /** Reads levels {@code from..from+count} of the section that starts at {@code start}. */
    static void read(byte[] bytes, int start, int from, byte[] to, int at, int count, int max) {
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(max);
        long bit = (long) from * width;
        for (int i = 0; i < count; i++) {
            int level = 0;
            for (int k = 0; k < width; k++, bit++) {
                level = (level << 1) | ((bytes[start + (int) (bit >>> 3)] >>> (7 - (bit & 7))) & 1);
            }
            if (level > max) {
                throw new MalformedException("a level is outside 0.." + max + "; " + level);
            }
            to[at + i] = (byte) level;
        }
    }
}
