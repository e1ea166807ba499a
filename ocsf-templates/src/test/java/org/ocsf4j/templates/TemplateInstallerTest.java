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
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.OpenSearchAdmin;

class TemplateInstallerTest {

    @Test
    void writesNoIndexTemplateWhoseComponentIsNotThere() throws Exception {
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI());
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{\"acknowledged\":true}".getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(head ? 404 : 200, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (OpenSearchAdmin admin = OpenSearchAdmin.builder().endpoint(uri).build()) {
            assertThatThrownBy(() -> TemplateInstaller.install(admin, TemplateOptions.defaults()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("[index template ocsf-any]")
                    .hasMessageContaining("ocsf-settings");
        } finally {
            server.stop(0);
        }
        assertThat(requests)
                .containsExactly(
                        "PUT /_component_template/ocsf-settings",
                        "PUT /_component_template/ocsf-base-event",
                        "HEAD /_component_template/ocsf-settings");
    }

    @Test
    void saysWhatBecameOfATemplate() {
        assertThat(new InstalledTemplate(Template.Kind.INDEX, "ocsf-any", true))
                .hasToString("index template ocsf-any: acknowledged");
        assertThat(new InstalledTemplate(Template.Kind.COMPONENT, "x", false))
                .hasToString("component template x: NOT acknowledged");
    }
}
