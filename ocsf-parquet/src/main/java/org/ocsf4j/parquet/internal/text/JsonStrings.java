package org.ocsf4j.parquet.internal.text;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.putInt64;

import java.nio.charset.StandardCharsets;

/**
 * Escapes text as RFC 8259 section 7 demands and no more: quotation mark, reverse solidus and the control characters.
 *
 * <p>Eight bytes at a time: a byte needs attention where it is below 0x20, above 0x7F, or one of the two marks. A word without
 * such a byte is stored as it is. Words are loaded and stored whole, so both arrays need eight spare bytes behind the text.
 */
public final class JsonStrings {

    /** A byte becomes at most six: {@code \}{@code u001f}; an invalid one three. */
    public static final int MAX_EXPANSION = 6;

    /** Spare bytes that source and target need behind the text. */
    public static final int SLACK = 8;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long REVERSE_SOLIDI = ONES * '\\';
    private static final long BLANKS = ONES * ' ';
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private JsonStrings() {}

    /**
     * Writes {@code from[start..start+length)}, without quotation marks, to {@code to} from {@code at}.
     *
     * @return the position behind what was written, or its complement where the text was not UTF-8 and was mended
     */
    public static int escape(byte[] from, int start, int length, byte[] to, int at) {
        int in = start;
        int end = start + length;
        int out = at;
        while (in < end) {
            long word = int64(from, in);
            int left = end - in;
            long attention = attention(word);
            if (left < Long.BYTES) {
                attention &= (1L << (left << 3)) - 1;
            }
            putInt64(to, out, word);
            if (attention == 0) {
                int taken = Math.min(left, Long.BYTES);
                in += taken;
                out += taken;
                continue;
            }
            int clean = Long.numberOfTrailingZeros(attention) >>> 3;
            in += clean;
            out += clean;
            int value = from[in];
            if (value >= 0) {
                out = escapeAscii(value, to, out);
                in++;
            } else {
                int sequence = Utf8.sequenceLength(from, in, end);
                if (sequence == 0) {
                    return ~mend(from, start, length, to, at);
                }
                for (int i = 0; i < sequence; i++) {
                    to[out++] = from[in++];
                }
            }
        }
        return out;
    }

    /** The high bit of each byte that cannot be copied blindly; exact at and below the first of them. */
    private static long attention(long word) {
        long quote = word ^ QUOTES;
        long reverse = word ^ REVERSE_SOLIDI;
        return (word | (word - BLANKS) | (quote - ONES) | (reverse - ONES)) & HIGHS;
    }

    private static int escapeAscii(int value, byte[] to, int at) {
        if (value >= ' ' && value != '"' && value != '\\') {
            to[at] = (byte) value;
            return at + 1;
        }
        to[at] = '\\';
        int letter = shortEscape(value);
        if (letter != 0) {
            to[at + 1] = (byte) letter;
            return at + 2;
        }
        to[at + 1] = 'u';
        to[at + 2] = '0';
        to[at + 3] = '0';
        to[at + 4] = HEX[value >>> 4];
        to[at + 5] = HEX[value & 0x0F];
        return at + 6;
    }

    private static int shortEscape(int value) {
        return switch (value) {
            case '"', '\\' -> value;
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 0;
        };
    }

    /** Java's own decoder says what stands for what, so that every path mends alike. */
    private static int mend(byte[] from, int start, int length, byte[] to, int at) {
        byte[] mended = new String(from, start, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        int out = at;
        for (byte value : mended) {
            if (value < 0) {
                to[out++] = value;
            } else {
                out = escapeAscii(value, to, out);
            }
        }
        return out;
    }
}
