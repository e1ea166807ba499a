package org.ocsf4j.example.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;

final class EnvironmentTest {

    @Test
    void takesTheEndpointAsTheConsoleOrAsCloudFormationGivesIt() {
        for (String endpoint : new String[] {
            "search-x.eu-central-1.es.amazonaws.com",
            "https://search-x.eu-central-1.es.amazonaws.com",
            "https://search-x.eu-central-1.es.amazonaws.com/"
        }) {
            assertThat(new Environment(Map.of("OPENSEARCH_ENDPOINT", endpoint)).endpoint())
                    .satisfies(uri -> {
                        assertThat(uri.getScheme()).isEqualTo("https");
                        assertThat(uri.getHost()).isEqualTo("search-x.eu-central-1.es.amazonaws.com");
                    });
        }
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new Environment(Map.of("OPENSEARCH_ENDPOINT", "not a host")).endpoint())
                .withMessageContaining("OPENSEARCH_ENDPOINT");
    }

    @Test
    void takesAnEmptyVariableForAnAbsentOne() {
        Environment empty = new Environment(Map.of("LAKE_ROLE_ARN", "", "LAKE_EXTERNAL_ID", "", "QUEUE_URL", " "));

        assertThat(empty.lakeRole()).isNull();
        assertThat(empty.orElse("QUEUE_URL", "other")).isEqualTo("other");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> empty.required("QUEUE_URL"))
                .withMessageContaining("QUEUE_URL is missing");
    }

    @Test
    void showsNoValues() {
        assertThat(new Environment(Map.of("LAKE_EXTERNAL_ID", "a-secret")).toString())
                .contains("LAKE_EXTERNAL_ID")
                .doesNotContain("a-secret");
    }
}
