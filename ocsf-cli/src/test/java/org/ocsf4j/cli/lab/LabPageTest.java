package org.ocsf4j.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.OpenSearchAdmin;

/** The page's HTTP side, as bytes on a socket: clients of Java would tidy up what is asked here. */
final class LabPageTest {

    private static final String PANEL = "/api/panel?dashboard=network-activity&panel=network-activity-1";

    private final OpenSearchAdmin nobody =
            OpenSearchAdmin.builder().endpoint(nothingListens()).build();
    private final LabPage page = LabPage.start(0, new LabRun(Clock.systemUTC()), nobody);

    private static URI nothingListens() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        page.close();
        nobody.close();
    }

    private String ask(String method, String path, List<String> headers) throws IOException {
        String head =
                method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), page.uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String path) throws IOException {
        return ask("GET", path, List.of(host()));
    }

    private String host() {
        return "Host: 127.0.0.1:" + page.uri().getPort();
    }

    @Test
    void allowsABrowserNothingButItsOwnFiles() throws IOException {
        String answer = get("/");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("<!doctype html>")
                .contains("nosniff");
        assertThat(answer.lines().filter(line -> line.startsWith("Content-security-policy: ")))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "require-trusted-types-for")
                .doesNotContain("unsafe", "data:", "http:", "*");
    }

    @Test
    void servesItsFilesAndTheChartLibrary() throws IOException {
        assertThat(get("/app.js")).startsWith("HTTP/1.1 200").contains("Content-type: text/javascript");
        assertThat(get("/page.css")).startsWith("HTTP/1.1 200").contains("Content-type: text/css");
        assertThat(get("/echarts.min.js")).startsWith("HTTP/1.1 200").contains("Apache");
    }

    @Test
    void itsOwnFilesHoldNoHtmlFromTextAndNoForeignAddress() throws IOException {
        for (String file :
                List.of("/app.js", "/dom.js", "/table.js", "/panel.js", "/chart.js", "/run.js", "/controls.js")) {
            assertThat(get(file)).doesNotContain("innerHTML", "insertAdjacent", "document.write", "eval(", "http://");
        }
        assertThat(get("/")).doesNotContain("http:", "https:", "style=", "onclick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/../LabPage.class",
                "/page/../../LabPage.class",
                "/%2e%2e/LabPage.class",
                "/..%2fpackage-info.class",
                "/../package-info.class",
                "/page/app.js",
                "/META-INF/MANIFEST.MF",
                "/app.js%00",
                "//etc/passwd",
                "/api",
                "/api/run/"
            })
    void hasNothingElse(String path) throws IOException {
        assertThat(get(path)).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("CAFEBABE", "Manifest-Version", "root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:80",
                "Host: 127.0.0.1",
                "Host: 127.0.0.1:1",
                "X-Host: a"
            })
    void refusesAForeignHost(String header) throws IOException {
        assertThat(ask("GET", "/api/run", List.of(header)))
                .matches("(?s)HTTP/1.1 40[03] .*")
                .doesNotContain("\"phase\"");
        assertThat(get("/api/run")).startsWith("HTTP/1.1 200").contains("\"phase\":\"preparing\"");
    }

    @Test
    void refusesWhatAnotherSiteAsks() throws IOException {
        assertThat(ask("GET", "/api/run", List.of(host(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")))
                .startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/", List.of(host(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")))
                .startsWith("HTTP/1.1 200");
        assertThat(ask("GET", "/api/run", List.of(host(), "Sec-Fetch-Site: same-origin")))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
    void answersGetOnly(String method) throws IOException {
        assertThat(ask(method, "/api/run", List.of(host(), "Content-Length: 0")))
                .startsWith("HTTP/1.1 405");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/panel",
                "/api/choices?dashboard=none",
                "/api/panel?dashboard=network-activity&panel=none&from=1&to=2",
                PANEL,
                PANEL + "&from=1",
                PANEL + "&from=a&to=b",
                PANEL + "&from=2&to=1",
                PANEL + "&from=1&from=1&to=2",
                PANEL + "&from=1&to=2&f.nothing=x",
                PANEL + "&from=1&to=2&f.time=1",
            })
    void refusesWhatItDoesNotUnderstand(String path) throws IOException {
        assertThat(get(path)).startsWith("HTTP/1.1 400").contains("{\"error\":\"");
    }

    @Test
    void refusesEscapesThatAreNone() throws IOException {
        assertThat(get(PANEL + "&from=1&to=2&f.account=%zz")).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesFiltersBeyondItsLimits() throws IOException {
        String range = PANEL + "&from=1&to=2";
        assertThat(get(range + "&f.account=" + "1".repeat(1_025))).startsWith("HTTP/1.1 400");
        assertThat(get(range + "&f.account=1".repeat(21))).startsWith("HTTP/1.1 400");
        assertThat(get(range + "&f.account=1".repeat(65))).startsWith("HTTP/1.1 400");
    }

    @Test
    void saysSoWhereOpenSearchDoesNotAnswer() throws IOException {
        assertThat(get(PANEL + "&from=1&to=2&f.account=1"))
                .startsWith("HTTP/1.1 503")
                .contains("no answer");
    }

    @Test
    void tellsWhatDashboardsThereAre() throws IOException {
        assertThat(get("/api/dashboards"))
                .contains("\"id\":\"security-findings\"", "\"id\":\"pipeline-health\"", "\"kind\":\"heatmap\"");
    }

    @Test
    void namesAPortThatIsTaken() {
        int port = page.uri().getPort();
        assertThatThrownBy(() -> LabPage.start(port, new LabRun(Clock.systemUTC()), nobody))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(Integer.toString(port));
    }
}
