package org.ocsf4j.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.schema.json.JsonTree;

/** The monitors as files. */
class MonitorsTest {

    @Test
    void isAQueryLevelMonitorWithOneTriggerAndNobodyToTell() throws Exception {
        for (Monitor monitor : Monitors.all()) {
            String json = text(monitor, null);
            assertThat(JsonTree.parseObject(json.getBytes(StandardCharsets.UTF_8))
                            .keySet())
                    .as(monitor.id())
                    .containsExactly("type", "monitor_type", "name", "enabled", "schedule", "inputs", "triggers");
            assertThat(json).contains("query_level_monitor", "query_level_trigger", "\"actions\" : [ ]");
            assertThat(json.split("\\{\\{period_end}}", -1))
                    .as("both ends of its hour")
                    .hasSize(3);
        }
    }

    @Test
    void tellsAChannelOnceAnHour() throws Exception {
        assertThat(text(Monitors.named("port-scan"), "channel-1"))
                .contains("\"destination_id\" : \"channel-1\"", "\"throttle_enabled\" : true", "\"value\" : 60");
    }

    @Test
    void refusesAMemberThatItDoesNotKnowAndAFieldThatIsNowhere() {
        assertThatThrownBy(() -> Monitors.read("{\"monitors\":[{\"name\":\"x\"}]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("monitor 1");
        assertThatThrownBy(() -> Monitors.named("nothing")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Monitor monitor, @Nullable String channel) {
        return new String(Monitors.export(monitor, channel), StandardCharsets.UTF_8);
    }
}
