package org.ocsf4j.parquet.internal.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** IEEE 754 half precision: one sign bit, five of exponent, ten of fraction. */
public final class Float16 {

    private static final int MAX_DIGITS = 5;

    private Float16() {}

    public static boolean isFinite(short bits) {
        return (bits & 0x7C00) != 0x7C00;
    }

    /** The value, exactly. */
    static double toDouble(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double magnitude = exponent == 0 ? fraction * 0x1p-24 : (fraction + 0x400) * Math.scalb(1.0, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }

    /** The shortest decimal that is nearer to this finite value than to any other. */
    public static String toDecimal(short bits) {
        double value = toDouble(bits);
        if (value == 0) {
            return bits < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (isNearest(rounded, bits)) {
                return text(rounded);
            }
        }
        return text(exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)));
    }

    /** Whether a reader that rounds {@code decimal} to half precision, ties to even, gets {@code bits}. */
    private static boolean isNearest(BigDecimal decimal, short bits) {
        short magnitude = (short) (bits & 0x7FFF);
        BigDecimal value = decimal.abs();
        boolean even = (bits & 1) == 0;
        BigDecimal lower = midpoint((short) (magnitude - 1), magnitude);
        BigDecimal upper = midpoint(magnitude, (short) (magnitude + 1));
        int low = value.compareTo(lower);
        int high = value.compareTo(upper);
        return (even ? low >= 0 : low > 0) && (even ? high <= 0 : high < 0);
    }

    private static BigDecimal midpoint(short below, short above) {
        return new BigDecimal((toDouble(below) + toDouble(above)) / 2);
    }

    private static String text(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1).toPlainString() : stripped.toPlainString();
    }
}
