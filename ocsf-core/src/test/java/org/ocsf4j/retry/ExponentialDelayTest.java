package org.ocsf4j.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExponentialDelayTest {

    @Test
    void doublesUpToTheLongest() {
        ExponentialDelay delay = new ExponentialDelay(Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertThat(delay.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(delay.after(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(delay.after(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(delay.after(4)).isEqualTo(Duration.ofSeconds(5));
        assertThat(delay.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void attemptsBelowOneAreTheFirst() {
        ExponentialDelay delay = new ExponentialDelay(Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertThat(delay.after(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(delay.after(Integer.MIN_VALUE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Property
    void isItsFormula(
            @ForAll @LongRange(max = 1_000_000) long first,
            @ForAll @LongRange(max = 1_000_000_000_000L) long more,
            @ForAll @IntRange(min = 1, max = 40) int attempt) {
        long longest = first + more;
        ExponentialDelay delay = new ExponentialDelay(Duration.ofMillis(first), Duration.ofMillis(longest));

        BigInteger doubled = BigInteger.valueOf(first).shiftLeft(attempt - 1);
        assertThat(delay.after(attempt).toMillis())
                .isEqualTo(doubled.min(BigInteger.valueOf(longest)).longValueExact());
    }

    @Test
    void refusesDelaysThatMakeNoSense() {
        assertThatThrownBy(() -> new ExponentialDelay(Duration.ofSeconds(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExponentialDelay(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
