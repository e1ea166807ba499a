package org.ocsf4j.parquet.internal.text;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.putInt16;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.putInt64;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Numbers in decimal, a pair of digits at a time. Each method returns the position behind what it wrote. */
public final class JsonNumbers {

    /** The longest integer, with its sign. */
    public static final int MAX_INTEGER_BYTES = 20;

    /** The longest shortest spelling of a double is 24 bytes. */
    public static final int MAX_DOUBLE_BYTES = 26;

    /** {@code 00} to {@code 99}, each pair as a little-endian short. */
    private static final short[] PAIRS = new short[100];

    private static final long[] POWERS = new long[19];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[i] = (short) (((i % 10 + '0') << 8) | (i / 10 + '0'));
        }
        long power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private JsonNumbers() {}

    public static int integer(long value, byte[] to, int at) {
        if (value >= 0) {
            return positive(value, to, at);
        }
        if (value == Long.MIN_VALUE) {
            return ascii("-9223372036854775808", to, at);
        }
        to[at] = '-';
        return positive(-value, to, at + 1);
    }

    public static int unsigned(long value, byte[] to, int at) {
        if (value >= 0) {
            return positive(value, to, at);
        }
        long tens = Long.divideUnsigned(value, 10);
        int end = positive(tens, to, at);
        to[end] = (byte) ('0' + (value - tens * 10));
        return end + 1;
    }

    private static int positive(long value, byte[] to, int at) {
        int digits = digits(value);
        int end = at + digits;
        long left = value;
        int position = end;
        while (left > Integer.MAX_VALUE) {
            long hundreds = left / 100;
            position -= 2;
            putInt16(to, position, PAIRS[(int) (left - hundreds * 100)]);
            left = hundreds;
        }
        int small = (int) left;
        while (small >= 100) {
            int hundreds = small / 100;
            position -= 2;
            putInt16(to, position, PAIRS[small - hundreds * 100]);
            small = hundreds;
        }
        if (small >= 10) {
            putInt16(to, at, PAIRS[small]);
        } else {
            to[at] = (byte) ('0' + small);
        }
        return end;
    }

    /** How many digits a number that is not negative has; by its bits, then corrected by one comparison. */
    private static int digits(long value) {
        int guess = ((Long.SIZE - Long.numberOfLeadingZeros(value | 1)) * 1233) >>> 12;
        return guess >= POWERS.length || value >= POWERS[guess] ? guess + 1 : Math.max(guess, 1);
    }

    /** Two digits, 00 to 99. */
    static int pair(int value, byte[] to, int at) {
        putInt16(to, at, PAIRS[value]);
        return at + 2;
    }

    /** Exactly {@code count} digits with leading zeros, a multiple of three up to nine. */
    static int fraction(int value, int count, byte[] to, int at) {
        int left = value;
        for (int i = at + count - 1; i >= at; i--) {
            to[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return at + count;
    }

    /** The shortest spelling that reads back to the same finite double. */
    public static int finite(double value, byte[] to, int at) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) < 1_000_000L && (whole != 0 || 1 / value > 0)) {
            int end = integer(whole, to, at);
            to[end] = '.';
            to[end + 1] = '0';
            return end + 2;
        }
        return ascii(NumberOutput.toString(value, true), to, at);
    }

    /** The shortest spelling that reads back to the same finite float. */
    public static int finite(float value, byte[] to, int at) {
        return ascii(NumberOutput.toString(value, true), to, at);
    }

    /** An integer with {@code scale} digits behind the point, all of them written. */
    public static int decimal(long unscaled, int scale, byte[] to, int at) {
        if (scale == 0) {
            return integer(unscaled, to, at);
        }
        return ascii(BigDecimal.valueOf(unscaled, scale).toPlainString(), to, at);
    }

    /** Two's complement, big-endian; nothing at all is zero. */
    public static byte[] decimal(byte[] from, int start, int length, int scale) {
        BigInteger unscaled = length == 0 ? BigInteger.ZERO : new BigInteger(from, start, length);
        return new BigDecimal(unscaled, scale).toPlainString().getBytes(StandardCharsets.US_ASCII);
    }

    static int ascii(String text, byte[] to, int at) {
        int end = at;
        for (int i = 0; i < text.length(); i++) {
            to[end++] = (byte) text.charAt(i);
        }
        return end;
    }

    /** Eight spare bytes behind {@code at} become zeros; for arrays that are loaded a word at a time. */
    static void clear(byte[] to, int at) {
        putInt64(to, at, 0);
    }
}
