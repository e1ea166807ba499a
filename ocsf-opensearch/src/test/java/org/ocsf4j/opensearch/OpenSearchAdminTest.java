package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;

class OpenSearchAdminTest {

    private final ScriptedServer server = new ScriptedServer();
    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(server.uri()).build();

    @AfterEach
    void stop() {
        admin.close();
        server.close();
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatTheServerIs() {
        server.then(
                200,
                "{\"name\":\"n\",\"cluster_name\":\"c\",\"version\":{\"distribution\":\"opensearch\",\"x\":[{}],\"number\":\"2.19.4\"}}");
        assertThat(admin.info()).isEqualTo(new ServerInfo("c", "opensearch", "2.19.4"));
    }

    @Test
    void putsTemplatesByteForByteAndReturnsTheAcknowledgement() {
        server.then(200, "{\"acknowledged\":true}").then(200, "{\"acknowledged\":false}");
        assertThat(admin.putComponentTemplate("ocsf-settings", json("{\"a\": 1 }")))
                .isTrue();
        assertThat(admin.putIndexTemplate("t-1.0", json("{}"))).isFalse();
        assertThat(server.received())
                .extracting(r -> r.method() + ' ' + r.uri() + ' ' + r.body())
                .containsExactly("PUT /_component_template/ocsf-settings {\"a\": 1 }", "PUT /_index_template/t-1.0 {}");
    }

    @Test
    void tellsWhatExistsFromWhatDoesNot() {
        server.then(200, "").then(404, "").then(404, "{}");
        assertThat(admin.componentTemplateExists("a")).isTrue();
        assertThat(admin.indexTemplateExists("b")).isFalse();
        assertThat(admin.deleteIndex("c")).isFalse();
    }

    @Test
    void countsAndListsIndices() {
        server.then(200, "{\"count\":42,\"_shards\":{\"total\":1}}");
        assertThat(admin.count("ocsf-*,other")).isEqualTo(42);
        server.then(
                200,
                "[{\"index\":\"a\",\"health\":\"green\",\"docs.count\":\"7\",\"store.size\":\"100\"},"
                        + "{\"index\":\"closed\",\"health\":\"red\",\"docs.count\":null,\"store.size\":null}]");
        assertThat(admin.indices("*"))
                .containsExactly(new IndexSummary("a", "green", 7, 100), new IndexSummary("closed", "red", 0, 0));
    }

    @Test
    void aRefusalIsAConfigurationErrorAndABusyServerIsNot() {
        server.then(
                400, "{\"error\":{\"type\":\"invalid_index_template_exception\",\"reason\":\"component missing\"}}");
        assertThatThrownBy(() -> admin.putIndexTemplate("t", json("{}")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("/_index_template/t]")
                .hasMessageContaining("invalid_index_template_exception: component missing");
        server.then(404, "{\"error\":\"no handler\"}");
        assertThatThrownBy(() -> admin.count("x"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no handler");
        server.then(503, "").then(request -> null).then(200, "<html>");
        assertThatThrownBy(() -> admin.count("x"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("HTTP 503");
        assertThatThrownBy(() -> admin.count("x"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no answer");
        assertThatThrownBy(() -> admin.count("x"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("check the endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a?b", "../x", "a b", "a%2fb", "_all/_settings"})
    void aNameCannotChangeThePath(String name) {
        assertThatThrownBy(() -> admin.deleteIndex(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> admin.count(name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aPatternIsNoNameToDelete() {
        assertThatThrownBy(() -> admin.deleteIndex("ocsf-*")).isInstanceOf(IllegalArgumentException.class);
    }
}
