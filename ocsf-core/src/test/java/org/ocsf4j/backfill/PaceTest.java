package org.ocsf4j.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void letsTheNextWaitForWhatWasTaken() {
        Pace pace = new Pace(10);
        long now = -5 * SECOND; // System.nanoTime() may be negative
        assertThat(pace.waitNanos(now)).isZero();
        pace.take(20, now);
        assertThat(pace.waitNanos(now)).isEqualTo(2 * SECOND);
        assertThat(pace.waitNanos(now + SECOND)).isEqualTo(SECOND);
        pace.take(10, now + SECOND);
        assertThat(pace.waitNanos(now + SECOND)).isEqualTo(2 * SECOND);
    }

    @Test
    void savesNothingUpWhileItIsIdle() {
        Pace pace = new Pace(1);
        pace.take(1, 0);
        pace.take(1, 100 * SECOND);
        assertThat(pace.waitNanos(100 * SECOND)).isEqualTo(SECOND);
    }

    @Test
    void isNoCapAtInfinity() {
        Pace pace = new Pace(Double.POSITIVE_INFINITY);
        pace.take(Long.MAX_VALUE, 0);
        assertThat(pace.waitNanos(0)).isZero();
        assertThatThrownBy(() -> new Pace(0)).hasMessageContaining("0.0");
    }
}
