package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalOpenSearchIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource(OpenSearchVersion.class)
    void countsTheDocumentsThatWereIndexed(OpenSearchVersion version) throws Exception {
        assumeTrue(LocalOpenSearch.isAvailable(version), "no Java for " + version.number());
        try (LocalOpenSearch node = LocalOpenSearch.builder().version(version).start()) {
            assertThat(get(node, "/").body()).contains("\"number\" : \"" + version.number() + "\"");

            send(node, "PUT", "/events/_doc/1?refresh=true", "{\"class_uid\":4002}");
            send(node, "PUT", "/events/_doc/2?refresh=true", "{\"class_uid\":4002}");

            assertThat(get(node, "/events/_count").body()).contains("\"count\":2");
        }
    }

    @ParameterizedTest
    @EnumSource(OpenSearchVersion.class)
    void servesWhatTheModulesAreFor(OpenSearchVersion version) throws Exception {
        assumeTrue(LocalOpenSearch.isAvailable(version), "no Java for " + version.number());
        try (LocalOpenSearch node = LocalOpenSearch.builder().version(version).start()) {
            send(node, "PUT", "/a/_doc/1?refresh=true", "{\"n\":1}");

            assertThat(send(node, "POST", "/a/_update/1", "{\"script\":\"ctx._source.n += 1\"}"))
                    .as("painless")
                    .isEqualTo(200);
            assertThat(send(node, "POST", "/_reindex", "{\"source\":{\"index\":\"a\"},\"dest\":{\"index\":\"b\"}}"))
                    .as("reindex")
                    .isEqualTo(200);
            assertThat(
                            send(
                                    node,
                                    "PUT",
                                    "/c",
                                    "{\"mappings\":{\"properties\":{\"s\":{\"type\":\"scaled_float\",\"scaling_factor\":10},"
                                            + "\"g\":{\"type\":\"geo_point\"},\"j\":{\"type\":\"join\",\"relations\":{\"p\":\"q\"}}}}}"))
                    .as("mapper-extras, geo, parent-join")
                    .isEqualTo(200);
            assertThat(send(
                            node,
                            "PUT",
                            "/_ingest/pipeline/p",
                            "{\"processors\":[{\"set\":{\"field\":\"x\",\"value\":\"1\"}},"
                                    + "{\"grok\":{\"field\":\"m\",\"patterns\":[\"%{IP:ip}\"]}}]}"))
                    .as("ingest-common")
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsTheIndexesOfACallersFolder(@TempDir Path dataDir) throws Exception {
        try (LocalOpenSearch node = LocalOpenSearch.builder().dataDir(dataDir).start()) {
            send(node, "PUT", "/kept/_doc/1", "{}");
        }
        try (LocalOpenSearch node = LocalOpenSearch.builder().dataDir(dataDir).start()) {
            assertThat(get(node, "/kept/_doc/1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsWithCloseAndLeavesNothing() {
        LocalOpenSearch node = LocalOpenSearch.start();
        Path log = node.logFile();
        assertThat(log).isNotEmptyFile();

        node.close();
        node.close();

        assertThat(ProcessHandle.of(node.pid())).isEmpty();
        assertThat(log.getParent()).doesNotExist();
    }

    @Test
    void quotesTheLogWhenANodeDoesNotStart() {
        LocalOpenSearch.Builder builder =
                LocalOpenSearch.builder().version(OpenSearchVersion.V2_19_4).setting("no.such.setting", "it's");

        assertThatThrownBy(builder::start)
                .isInstanceOf(LocalServerException.class)
                .hasMessageStartingWith("[opensearch-2.19.4] ended while it started; exit code 1;")
                .hasMessageContaining("unknown setting [no.such.setting]");
    }

    @Test
    void sharesOneNodeThatAVisitorCannotClose() throws Exception {
        LocalOpenSearch.shared().close();

        assertThat(get(LocalOpenSearch.shared(), "/").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhichJavaCannotBeStarted() {
        Path none = Path.of("/nonexistent/java");
        assertThat(Files.exists(none)).isFalse();

        assertThatThrownBy(() -> LocalOpenSearch.builder().javaHome(none).start())
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("/nonexistent/java");
    }

    private HttpResponse<String> get(LocalOpenSearch node, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(node.uri().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int send(LocalOpenSearch node, String method, String path, String body) throws Exception {
        URI uri = node.uri().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode();
    }
}
