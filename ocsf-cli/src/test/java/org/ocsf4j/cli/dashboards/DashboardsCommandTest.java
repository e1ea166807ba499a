package org.ocsf4j.cli.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.cli.Captured;
import org.ocsf4j.testkit.server.SignatureJudge;

final class DashboardsCommandTest {

    @Test
    void exportsFiveDashboardsToStandardOutputAndToAFile(@TempDir Path folder) throws Exception {
        Captured out = Captured.run(List.of("dashboards", "export"));
        assertThat(out.exit()).isZero();
        assertThat(out.out().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(out.out().lines().filter(line -> line.contains("\"type\":\"dashboard\"")))
                .hasSize(5);

        Path file = folder.resolve("dashboards.ndjson");
        Captured written = Captured.run(List.of("dashboards", "export", "-o", file.toString()));
        assertThat(written.exit()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(out.out());
    }

    @Test
    void exportsMonitorsInsteadOrBesideAFile(@TempDir Path folder) throws Exception {
        Path monitors = folder.resolve("monitors");
        Captured out = Captured.run(List.of("dashboards", "export", "--monitors", monitors.toString()));
        assertThat(out.exit()).isZero();
        assertThat(out.out()).isEqualToIgnoringNewLines("wrote 7 monitors to " + monitors);
        try (Stream<Path> files = Files.list(monitors)) {
            assertThat(files).hasSize(7);
        }
        Path scan = monitors.resolve("port-scan.json");
        assertThat(Files.readString(scan)).contains("\"monitor_type\"").doesNotContain("destination_id");

        Path file = folder.resolve("dashboards.ndjson");
        assertThat(Captured.run(List.of(
                                "dashboards",
                                "export",
                                "-o",
                                file.toString(),
                                "--monitors",
                                monitors.toString(),
                                "--channel",
                                "on-call"))
                        .exit())
                .isZero();
        assertThat(file).isNotEmptyFile();
        assertThat(Files.readString(scan)).contains("\"destination_id\" : \"on-call\"");
    }

    @Test
    void setsTheTimeAndTheReputationPageThatAreAskedFor() {
        Captured out = Captured.run(List.of(
                "dashboards", "export", "--from", "now-7d", "--reputation", "https://reputation.invalid/ip/{{value}}"));

        assertThat(out.out()).contains("now-7d", "https://reputation.invalid/ip/{{value}}");
    }

    @Test
    void installsWhatItExports() throws Exception {
        AtomicReference<String> received = new AtomicReference<>("");
        HttpServer dashboards = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        dashboards.createContext("/api/saved_objects/_import", exchange -> {
            received.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"success\":true,\"successCount\":7}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        dashboards.start();
        try {
            Captured install = Captured.run(List.of(
                    "dashboards",
                    "install",
                    "--dashboards",
                    "http://127.0.0.1:" + dashboards.getAddress().getPort()));
            assertThat(install.exit()).isZero();
            assertThat(install.out()).contains("7 saved objects");
            assertThat(received.get())
                    .contains(
                            Captured.run(List.of("dashboards", "export")).out().strip());
        } finally {
            dashboards.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "aoss"})
    void signsWhatItInstalls(String service) throws Exception {
        SignatureJudge judge = new SignatureJudge("the-id", "the-secret", "eu-central-1", service);
        List<String> faults = new CopyOnWriteArrayList<>();
        HttpServer dashboards = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        dashboards.createContext("/_dashboards/api/saved_objects/_import", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String fault = judge.fault(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body, Instant.now());
            faults.add(String.valueOf(fault));
            byte[] answer = "{\"success\":true,\"successCount\":7}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(fault == null ? 200 : 403, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        dashboards.start();
        String url = "http://127.0.0.1:" + dashboards.getAddress().getPort() + "/_dashboards/";
        List<String> install = List.of(
                "dashboards", "install", "--dashboards", url, "--sigv4", service, "--domain-region", "eu-central-1");
        try {
            assertThat(asKey("the-secret", install).exit()).isZero();
            assertThat(faults).containsExactly("null");
            Captured refused = asKey("another-secret", install);
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(faults).hasSize(2).last().asString().contains("the signature does not fit");
        } finally {
            dashboards.stop(0);
        }
    }

    @Test
    void signsAsOneIdentityOnly() {
        Captured both = Captured.run(List.of(
                "dashboards",
                "install",
                "--dashboards",
                "https://d.eu-central-1.es.amazonaws.com/_dashboards",
                "--sigv4",
                "es",
                "--user",
                "admin"));
        assertThat(both.exit()).isEqualTo(1);
    }

    private static Captured asKey(String secret, List<String> arguments) {
        System.setProperty("aws.accessKeyId", "the-id");
        System.setProperty("aws.secretAccessKey", secret);
        try {
            return Captured.run(arguments);
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void aMissingWordIsAUsageErrorAndNobodyThereAFailure() {
        assertThat(Captured.run(List.of("dashboards")).exit()).isEqualTo(2);
        assertThat(Captured.run(List.of("dashboards", "install")).exit()).isEqualTo(2);
        assertThat(Captured.run(List.of("dashboards", "install", "--dashboards", "http://127.0.0.1:9"))
                        .exit())
                .isEqualTo(1);
    }
}
