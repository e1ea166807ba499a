package org.ocsf4j.parquet.internal.page;

import java.io.IOException;
import org.xerial.snappy.Snappy;

/** Snappy by its native library. */
final class SnappyPages {

    private SnappyPages() {}

    /** Returns how many bytes there are; nothing is written where they are not {@code toLength}. */
    static int decompress(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        try {
            int size = Snappy.uncompressedLength(from, start, length);
            return size == toLength ? Snappy.uncompress(from, start, length, to, toStart) : size;
        } catch (IOException e) {
            throw new MalformedException("a page is not valid snappy; " + e.getMessage());
        }
    }
}
