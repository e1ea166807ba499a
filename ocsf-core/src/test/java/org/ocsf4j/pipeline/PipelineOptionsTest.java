package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PipelineOptionsTest {

    private final PipelineOptions.Builder builder = PipelineOptions.builder();

    @Test
    void refusesAValueAtOnceAndNamesIt() {
        assertThatThrownBy(() -> builder.objectsAtOnce(0)).hasMessageContaining("objectsAtOnce");
        assertThatThrownBy(() -> builder.batchBytes(-5)).hasMessageContaining("-5");
        assertThatThrownBy(() -> builder.receiveWait(Duration.ofSeconds(-1))).hasMessageContaining("PT-1S");
        assertThatThrownBy(() -> builder.tripWire(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> builder.tripWire(1.01, 1)).hasMessageContaining("1.01");
    }

    @Test
    void thereIsAlwaysABatchToBeWritten() {
        builder.objectsAtOnce(6).batchesInFlight(6);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 <= 6");
    }

    @Test
    void builtOptionsDoNotFollowTheBuilder() {
        PipelineOptions options = builder.batchEvents(7).build();
        builder.batchEvents(8);

        assertThat(options.batchEvents()).isEqualTo(7);
    }
}
