package org.ocsf4j.parquet.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class Float16Test {

    /** Rounds to half precision, ties to even, by looking at every value. */
    private static short nearest(double value) {
        int best = 0;
        for (int bits = 1; bits < 0x7C00; bits++) {
            double distance = Math.abs(Float16.toDouble((short) bits) - value);
            double shortest = Math.abs(Float16.toDouble((short) best) - value);
            if (distance < shortest || (distance == shortest && (bits & 1) == 0)) {
                best = bits;
            }
        }
        return (short) best;
    }

    @Test
    void readsBackToTheSameValue() {
        for (int bits = 0; bits < 0x7C00; bits += 37) {
            String decimal = Float16.toDecimal((short) bits);
            assertThat(nearest(Double.parseDouble(decimal))).as(decimal).isEqualTo((short) bits);
        }
    }

    @Test
    void isShort() {
        assertThat(Float16.toDecimal((short) 0x2E66)).isEqualTo("0.1");
        assertThat(Float16.toDecimal((short) 0x7BFF)).isEqualTo("65500.0");
        assertThat(Float16.toDecimal((short) 0x0001)).isEqualTo("0.00000006");
        assertThat(Float16.toDecimal((short) 0xC000)).isEqualTo("-2.0");
        assertThat(Float16.toDecimal((short) 0x8000)).isEqualTo("-0.0");
    }
}
