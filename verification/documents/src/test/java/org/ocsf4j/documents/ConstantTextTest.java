package org.ocsf4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConstantTextTest {

    @Test
    void namesTheUnitOfBytes() {
        assertThat(ConstantText.of("DEFAULT_BATCH_BYTES", 4 << 20)).isEqualTo("4 MiB");
        assertThat(ConstantText.of("DEFAULT_BATCH_BYTES", 1500)).isEqualTo("1,500 bytes");
        assertThat(ConstantText.of("DEFAULT_BATCH_EVENTS", 10_000)).isEqualTo("10,000");
    }

    @Test
    void writesDurationsInTheLargestUnitThatFits() {
        assertThat(ConstantText.of("A", Duration.ofSeconds(90))).isEqualTo("90 s");
        assertThat(ConstantText.of("A", Duration.ofMinutes(15))).isEqualTo("15 min");
        assertThat(ConstantText.of("A", Duration.ofHours(12))).isEqualTo("12 h");
        assertThat(ConstantText.of("A", Duration.ofMillis(250))).isEqualTo("250 ms");
        assertThat(ConstantText.of("A", Duration.ZERO)).isEqualTo("0 s");
    }

    @Test
    void writesNamesAndListsAsCode() {
        assertThat(ConstantText.of("A", DayOfWeek.MONDAY)).isEqualTo("`MONDAY`");
        assertThat(ConstantText.of("A", List.of("1.0.0", "1.1.0"))).isEqualTo("`1.0.0`, `1.1.0`");
        assertThat(ConstantText.of("A", Set.of("d", "b", "a", "c"))).isEqualTo("`a`, `b`, `c`, `d`");
    }
}
