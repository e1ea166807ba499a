package org.ocsf4j.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.ocsf4j.testkit.server.SignatureJudge;

/** An OpenSearch that lets nobody in without the right signature, and is busy for the first so many bulk requests. */
final class SigningDomain implements AutoCloseable {

    private final SignatureJudge judge;
    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, String>> admitted = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private int busyFor;

    SigningDomain(SignatureJudge judge, Clock clock, int busyFor) throws IOException {
        this.judge = judge;
        this.clock = clock;
        this.busyFor = busyFor;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The headers of each request that was let in, by name in lower case. */
    List<Map<String, String>> admitted() {
        return admitted;
    }

    /** Why requests were not let in. */
    List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String target = exchange.getRequestURI().toString();
            String fault = judge.fault(exchange.getRequestMethod(), target, headers, body, clock.instant());
            if (fault != null) {
                faults.add(fault);
                answer(exchange, 403, "{\"message\":\"The request signature we calculated does not match\"}");
                return;
            }
            headers.put(":target", target);
            admitted.add(headers);
            if (!target.contains("/_bulk")) {
                answer(exchange, 200, "{\"count\":0}");
            } else if (busyFor > 0) {
                busyFor--;
                answer(exchange, 429, "{\"message\":\"Too Many Requests\"}");
            } else {
                answer(exchange, 200, stored(body, headers.containsKey("content-encoding")));
            }
        }
    }

    private static String stored(byte[] body, boolean gzip) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        try (InputStream plain = gzip ? new GZIPInputStream(in) : in) {
            long lines = new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .count();
            String item = "{\"create\":{\"_index\":\"i\",\"_id\":\"1\",\"status\":201}}";
            return "{\"took\":1,\"errors\":false,\"items\":["
                    + String.join(",", Collections.nCopies((int) (lines / 2), item)) + "]}";
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
