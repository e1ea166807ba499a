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

    @Test
    void signsAsTheRoleForTheServiceAndRegionGiven() throws IOException {
        HttpServer sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new ArrayList<>();
        sts.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] loan = ("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>role-id</AccessKeyId>"
                            + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                            + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>"
                            + "</AssumeRoleResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, loan.length);
            exchange.getResponseBody().write(loan);
            exchange.close();
        });
        sts.start();
        System.setProperty("aws.accessKeyId", "own-id");
        System.setProperty("aws.secretAccessKey", "own-secret");
        try {
            ask(Map.of(), "--sigv4=es", "--domain-region=eu-central-1");
            ask(
                    Map.of(),
                    "--sigv4=aoss",
                    "--domain-region=eu-west-1",
                    "--domain-role-arn=arn:aws:iam::111122223333:role/domain",
                    "--domain-external-id=x-1",
                    "--domain-sts-endpoint=http://127.0.0.1:" + sts.getAddress().getPort());
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            sts.stop(0);
        }
        assertThat(authorizations).hasSize(2);
        assertThat(authorizations.get(0))
                .startsWith("AWS4-HMAC-SHA256 Credential=own-id/")
                .contains("/eu-central-1/es/aws4_request");
        assertThat(authorizations.get(1))
                .startsWith("AWS4-HMAC-SHA256 Credential=role-id/")
                .contains("/eu-west-1/aoss/aws4_request");
        assertThat(asked).singleElement().asString().contains("ExternalId=x-1").contains("role%2Fdomain");
    }

    @Test
    void refusesSignaturesThatCannotBeMade() {
        assertThatThrownBy(() -> ask(Map.of(), "--sigv4=es"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--domain-region");
        assertThatThrownBy(() -> ask(Map.of(), "--sigv4=s3", "--domain-region=eu-west-1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--sigv4 es or --sigv4 aoss");
        assertThatThrownBy(() -> ask(Map.of(), "--domain-role-arn=arn:aws:iam::111122223333:role/domain"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("go with --sigv4");
    }
}
