package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import picocli.CommandLine;

class OpenSearchOptionsTest {

    private final List<String> authorizations = new ArrayList<>();
    private final HttpServer server;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    OpenSearchOptionsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void ask(Map<String, String> environment, String... arguments) {
        OpenSearchOptions options = new OpenSearchOptions(environment);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--opensearch=http://127.0.0.1:" + server.getAddress().getPort());
        CommandLine.populateCommand(options, all.toArray(String[]::new));
        try (OpenSearchAdmin admin = options.admin().build()) {
            admin.indexExists("i");
        }
        options.sink().build().close();
    }

    @Test
    void saysNothingOfItselfUnlessTold() {
        ask(Map.of());
        assertThat(authorizations).containsExactly("null");
    }

    @Test
    void takesThePasswordFromTheEnvironmentOrAFile() throws IOException {
        ask(Map.of("OCSF_OPENSEARCH_PASSWORD", "p"), "--user=u");
        Path file = Files.writeString(folder.resolve("password"), "p\nsecond line\n");
        ask(Map.of(), "--user=u", "--password-file=" + file);
        assertThat(authorizations).containsExactly("Basic dTpw", "Basic dTpw");
        assertThatThrownBy(() -> ask(Map.of(), "--user=u"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OCSF_OPENSEARCH_PASSWORD");
    }

    @Test
    void takesATokenFromTheEnvironmentOrAFile() throws IOException {
        ask(Map.of("OCSF_OPENSEARCH_TOKEN", "t"));
        Path file = Files.write(folder.resolve("token"), "s\n".getBytes(StandardCharsets.UTF_8));
        ask(Map.of(), "--token-file=" + file);
        assertThat(authorizations).containsExactly("Bearer t", "Bearer s");
    }

    @Test
    void namesTheStoreWhosePasswordItLacks() throws IOException {
        Path store = Files.createFile(folder.resolve("store.p12"));
        assertThatThrownBy(() -> ask(Map.of(), "--trust=" + store))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OCSF_TRUST_STORE_PASSWORD");
        assertThatThrownBy(() -> ask(Map.of(), "--client-certificate=" + store))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OCSF_KEY_STORE_PASSWORD");
    }
}
