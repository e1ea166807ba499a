package org.ocsf4j.parquet.internal.filter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.page.ByteOrderAccess;
import org.ocsf4j.parquet.internal.page.ChunkStatistics;
import org.ocsf4j.parquet.internal.shape.LeafKind;

/** Numbers out of JSON text and out of statistics. */
final class Numbers {

    /** No number of so many digits overflows a long. */
    private static final int SAFE_DIGITS = 18;

    private Numbers() {}

    /** The number that {@code json[from..to)} spells; null where it is none. */
    static @Nullable BigDecimal parse(byte[] json, int from, int to) {
        byte first = json[from];
        if (first != '-' && (first < '0' || first > '9')) {
            return null;
        }
        if (to - from > SAFE_DIGITS) {
            return decimal(json, from, to);
        }
        long magnitude = 0;
        for (int i = first == '-' ? from + 1 : from; i < to; i++) {
            int digit = json[i] - '0';
            if (digit < 0 || digit > 9) {
                return decimal(json, from, to);
            }
            magnitude = magnitude * 10 + digit;
        }
        return BigDecimal.valueOf(first == '-' ? -magnitude : magnitude);
    }

    private static BigDecimal decimal(byte[] json, int from, int to) {
        return new BigDecimal(new String(json, from, to - from, StandardCharsets.US_ASCII));
    }

    /** Whether statistics of the kind are the numbers that documents have. */
    static boolean areBounds(LeafKind kind, ChunkStatistics statistics) {
        return switch (kind) {
            case INT32 -> statistics.least().length == Integer.BYTES && statistics.greatest().length == Integer.BYTES;
            case INT64, MILLIS_AS_NUMBER ->
                statistics.least().length == Long.BYTES && statistics.greatest().length == Long.BYTES;
            default -> false;
        };
    }

    /** A bound of {@link #areBounds}. */
    static BigDecimal bound(byte[] plain) {
        return BigDecimal.valueOf(
                plain.length == Integer.BYTES ? ByteOrderAccess.int32(plain, 0) : ByteOrderAccess.int64(plain, 0));
    }
}
