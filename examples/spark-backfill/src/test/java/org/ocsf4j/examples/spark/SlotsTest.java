package org.ocsf4j.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;

final class SlotsTest {

    @Test
    void multipliesExecutorsAndTheTasksOfEach() {
        assertThat(slots(Map.of("spark.executor.instances", "10", "spark.executor.cores", "4")))
                .isEqualTo(40);
        assertThat(slots(Map.of("spark.executor.instances", "10", "spark.executor.cores", "4", "spark.task.cpus", "2")))
                .isEqualTo(20);
    }

    @Test
    void countsTheMostExecutorsWhereTheyComeAndGo() {
        Map<String, String> dynamic = Map.of(
                "spark.dynamicAllocation.enabled",
                "true",
                "spark.dynamicAllocation.maxExecutors",
                "50",
                "spark.executor.instances",
                "3",
                "spark.executor.cores",
                "4");
        assertThat(slots(dynamic)).isEqualTo(200);
    }

    @Test
    void refusesToGuess() {
        assertThatThrownBy(() -> slots(Map.of("spark.executor.cores", "4")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("spark.executor.instances")
                .hasMessageContaining("--parallel-tasks");
        assertThatThrownBy(() -> slots(Map.of(
                        "spark.dynamicAllocation.enabled",
                        "true",
                        "spark.dynamicAllocation.maxExecutors",
                        "infinity",
                        "spark.executor.cores",
                        "4")))
                .isInstanceOf(ConfigurationException.class);
    }

    private static int slots(Map<String, String> settings) {
        return Slots.of(settings::getOrDefault);
    }
}
