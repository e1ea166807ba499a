package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;

/** How the destination is reached, and as whom. */
class EndpointsTest {

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Test
    void goesToAnotherNodeWhereOneIsDown() throws Exception {
        RecordedTiming timing = new RecordedTiming();
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoints(List.of(nobody(), server.uri()))
                .timing(timing)
                .build()) {
            for (int i = 1; i <= 4; i++) {
                sink.write(Batches.numbered(i));
            }
        }
        assertThat(server.stored()).hasSize(4);
        assertThat(timing.sleeps()).as("the other node answered at once").isEmpty();
    }

    @Test
    void spreadsRequestsOverItsNodes() throws Exception {
        try (ScriptedServer other = new ScriptedServer();
                OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoints(List.of(server.uri(), other.uri()))
                        .build()) {
            for (int i = 0; i < 10; i++) {
                sink.write(Batches.numbered(1));
            }
            assertThat(server.received()).isNotEmpty();
            assertThat(other.received()).isNotEmpty();
        }
    }

    @Test
    void goesThroughAProxy() throws Exception {
        AtomicInteger proxied = new AtomicInteger();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().toString().startsWith("http://opensearch.test:9200/")) {
                proxied.incrementAndGet();
            }
            byte[] body = "{\"items\":[{\"create\":{\"status\":201}}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        proxy.start();
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(URI.create("http://opensearch.test:9200"))
                .proxy(URI.create("http://127.0.0.1:" + proxy.getAddress().getPort()))
                .build()) {
            assertThat(sink.write(Batches.numbered(1))).containsExactly(INDEXED);
            assertThat(proxied).hasValue(1);
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void asksForTheTokenWithEachRequest() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(server.uri())
                .bearerToken(() -> "token-" + tokens.incrementAndGet())
                .build()) {
            sink.write(Batches.numbered(1));
            sink.write(Batches.numbered(2));
        }
        assertThat(server.received())
                .extracting(r -> r.headers().get("authorization"))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    private record Signed(String method, URI uri, Map<String, String> headers, int bytes) {}

    @Test
    void signsTheBytesThatAreSentWithEveryAttempt() throws Exception {
        List<Signed> signed = new java.util.concurrent.CopyOnWriteArrayList<>();
        server.then(503, "");
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(server.uri())
                .compressionThresholdBytes(0)
                .timing(new RecordedTiming())
                .signer((method, uri, headers, body) -> {
                    signed.add(new Signed(method, uri, headers, body.length));
                    return Map.of("Authorization", "AWS4 " + signed.size(), "X-Amz-Date", "20261124T000000Z");
                })
                .build()) {
            assertThat(sink.write(Batches.numbered(1))).containsExactly(INDEXED);
        }
        String body = "{\"create\":{\"_id\":\"" + Batches.id(0) + "\"}}\n{\"n\":0}\n";
        assertThat(signed).hasSize(2).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.uri())
                    .hasToString(server.uri() + "/" + Batches.INDEX
                            + "/_bulk?filter_path=errors%2Ctook%2Citems.*.status%2Citems.*.error");
            assertThat(request.headers())
                    .containsOnly(
                            Map.entry("Content-Type", "application/x-ndjson"), Map.entry("Content-Encoding", "gzip"));
            assertThat(request.bytes()).isEqualTo(gzipped(body));
        });
        assertThat(server.received())
                .extracting(r -> r.headers().get("authorization"))
                .containsExactly("AWS4 1", "AWS4 2");
        assertThat(server.received().get(1).headers()).containsEntry("x-amz-date", "20261124T000000Z");
        assertThat(server.received().get(1).body()).isEqualTo(body);
    }

    @Test
    void whatASignerCannotDoReachesWhoeverWrites() {
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(server.uri())
                .signer((method, uri, headers, body) -> {
                    throw new ConfigurationException("[credentials] there are none; none; give some");
                })
                .build()) {
            assertThatThrownBy(() -> sink.write(Batches.numbered(1)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("there are none");
        }
    }

    @Test
    void refusesSettingsThatContradictEachOther() {
        OpenSearchSink.Builder two = OpenSearchSink.builder()
                .endpoints(List.of(server.uri(), server.uri()))
                .signer((method, uri, headers, body) -> Map.of());
        assertThatThrownBy(two::build).hasMessageContaining("a signature is for one host");
        assertThatThrownBy(() -> OpenSearchSink.builder()
                        .endpoint(server.uri())
                        .basicAuth("u", "p")
                        .bearerToken(() -> "t")
                        .build())
                .hasMessageContaining("one of basicAuth, bearerToken and signer");
        assertThatThrownBy(() ->
                        OpenSearchSink.builder().endpoints(List.of(URI.create("http://a/x"), URI.create("http://b/y"))))
                .hasMessageContaining("differ in their paths");
        assertThatThrownBy(() -> OpenSearchSink.builder().endpoints(List.of())).hasMessageContaining("no endpoint");
        assertThatThrownBy(() -> OpenSearchSink.builder().proxy(URI.create("socks://x:1")))
                .hasMessageContaining("http://host:port");
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new LevelGzipOutputStream(bytes, 1)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
