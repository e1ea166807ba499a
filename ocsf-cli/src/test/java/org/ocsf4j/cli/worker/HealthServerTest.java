package org.ocsf4j.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;

final class HealthServerTest {

    private boolean destinationReady = true;
    private final Readiness readiness = new Readiness(() -> destinationReady);

    @Test
    void isReadyUntilTheDestinationIsNotOrTheWorkerStops() throws Exception {
        try (HealthServer server = HealthServer.start("127.0.0.1", 0, readiness, () -> "ocsf_rows_total 1\n")) {
            assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics").body()).isEqualTo("ocsf_rows_total 1\n");
            destinationReady = false;
            assertThat(get(server, "/ready").statusCode()).isEqualTo(503);
            destinationReady = true;
            assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
            readiness.stopped(new ConfigurationException("denied"));
            HttpResponse<String> stopped = get(server, "/ready");
            assertThat(stopped.statusCode()).isEqualTo(503);
            assertThat(stopped.body()).contains("denied");
            assertThat(get(server, "/live").statusCode()).isEqualTo(200);
            assertThat(get(server, "/live/../secret").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void answersNothingButGet() throws Exception {
        try (HealthServer server = HealthServer.start("127.0.0.1", 0, readiness, () -> "")) {
            HttpRequest post = HttpRequest.newBuilder(server.uri().resolve("/ready"))
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(post, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void namesAPortThatIsTaken() {
        try (HealthServer server = HealthServer.start("127.0.0.1", 0, readiness, () -> "")) {
            int port = server.uri().getPort();
            assertThatThrownBy(() -> HealthServer.start("127.0.0.1", port, readiness, () -> ""))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(Integer.toString(port));
        }
    }

    private static HttpResponse<String> get(HealthServer server, String path) throws Exception {
        HttpRequest get =
                HttpRequest.newBuilder(java.net.URI.create(server.uri() + path)).build();
        return HttpClient.newHttpClient().send(get, HttpResponse.BodyHandlers.ofString());
    }
}
