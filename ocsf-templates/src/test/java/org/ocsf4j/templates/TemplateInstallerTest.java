package org.ocsf4j.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.schema.json.JsonTree;

class TemplateInstallerTest {

    @Test
    void writesNoIndexTemplateWhoseComponentIsNotThere() throws Exception {
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (OpenSearchAdmin admin = OpenSearchAdmin.builder().endpoint(uri).build()) {
            assertThatThrownBy(() -> TemplateInstaller.install(
                            admin,
                            List.of(
                                    new Template(Template.Kind.COMPONENT, "ocsf-one", List.of(), "{}"),
                                    new Template(Template.Kind.INDEX, "ocsf-any", List.of("ocsf-settings"), "{}")),
                            false,
                            result -> {}))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("[index template ocsf-any]")
                    .hasMessageContaining("ocsf-settings");
        } finally {
            server.stop(0);
        }
        assertThat(requests).containsExactly("GET /_component_template/ocsf-*");
    }

    @Test
    void saysWhatBecameOfATemplate() {
        assertThat(new InstalledTemplate(Template.Kind.INDEX, "ocsf-any", InstalledTemplate.State.CREATED))
                .hasToString("index template ocsf-any: acknowledged, created");
        assertThat(new InstalledTemplate(Template.Kind.COMPONENT, "x", InstalledTemplate.State.NOT_ACKNOWLEDGED))
                .hasToString("component template x: NOT acknowledged");
        assertThat(new Drift(Template.Kind.INDEX, "x", "priority", "1", "2"))
                .hasToString("index template x: priority: is 2, should be 1");
        assertThat(new Drift(Template.Kind.INDEX, "x", "", null, null)).hasToString("index template x: not installed");
    }

    @Test
    void settingsAreAlikeHoweverTheyAreSpelled() throws Exception {
        assertThat(normal("{'template':{'settings':{'index':{'codec':'x','number_of_shards':1}}}}"))
                .isEqualTo(normal("{'template':{'settings':{'index.codec':'x','number_of_shards':'1'}}}"))
                .isNotEqualTo(normal("{'template':{'settings':{'index.codec':'y','number_of_shards':'1'}}}"));
    }

    private static Map<String, String> normal(String json) throws Exception {
        return Normal.of(JsonTree.parseObject(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
