package org.ocsf4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FuzzOptionsTest {

    @Test
    void readsWhatTheUsageSays() {
        FuzzOptions options = FuzzOptions.parse(List.of(
                "--seed", "7", "--count", "1_000_000", "--threads", "3", "--minutes", "55", "--keep", "x", "--json"));
        assertThat(options)
                .isEqualTo(new FuzzOptions(
                        7, 0, 1_000_000, 3, Duration.ofMinutes(55), Duration.ofSeconds(10), Path.of("x"), true));
    }

    @Test
    void runsOneCaseAlone() {
        FuzzOptions options = FuzzOptions.parse(List.of("--case", "41"));
        assertThat(options.firstCase()).isEqualTo(41);
        assertThat(options.count()).isEqualTo(1);
        assertThat(options.threads()).isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> FuzzOptions.parse(List.of("--speed", "7"))).hasMessageContaining("usage:");
        assertThatThrownBy(() -> FuzzOptions.parse(List.of("--seed"))).hasMessageContaining("--seed");
        assertThatThrownBy(() -> FuzzOptions.parse(List.of("--count", "many"))).hasMessageContaining("many");
        assertThatThrownBy(() -> FuzzOptions.parse(List.of("--count", "0"))).hasMessageContaining("below 1");
    }
}
