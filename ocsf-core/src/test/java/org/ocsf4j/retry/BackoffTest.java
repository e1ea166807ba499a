package org.ocsf4j.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    @Test
    void doublesItsCeilingWithEveryRetryUpToTheCap() {
        assertThat(BACKOFF.delay(1, 0.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(BACKOFF.delay(2, 0.5)).isEqualTo(Duration.ofMillis(100));
        assertThat(BACKOFF.delay(3, 0.5)).isEqualTo(Duration.ofMillis(200));
        assertThat(BACKOFF.delay(6, 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.delay(Integer.MAX_VALUE, 0.5)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void mayNotWaitAtAll() {
        assertThat(BACKOFF.delay(4, 0)).isZero();
    }

    @Test
    void refusesValuesThatMakeNoSense() {
        assertThatThrownBy(() -> BACKOFF.delay(0, 0.5)).hasMessageContaining("retry is below 1; 0");
        assertThatThrownBy(() -> BACKOFF.delay(1, 1)).hasMessageContaining("outside [0, 1); 1.0");
        assertThatThrownBy(() -> BACKOFF.delay(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("base is not positive; PT0S");
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("cap is below base");
    }
}
