package org.ocsf4j.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SamplesTest {

    @Test
    void keepsTheWholeRunWithinItsLimit() {
        Samples samples = new Samples();
        for (int i = 0; i < 10 * Samples.MAX; i++) {
            samples.add(new Samples.Sample(i, i, 0));
        }

        List<Samples.Sample> kept = samples.all();

        assertThat(kept).hasSizeBetween(Samples.MAX / 4, Samples.MAX);
        assertThat(kept.get(0).millis()).isZero();
        assertThat(kept.get(kept.size() - 1).millis()).isGreaterThan(9L * Samples.MAX);
        assertThat(kept).extracting(Samples.Sample::millis).isSorted().doesNotHaveDuplicates();
    }
}
