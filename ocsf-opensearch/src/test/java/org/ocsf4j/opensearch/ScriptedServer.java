package org.ocsf4j.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that answers requests from a script and, where the script has ended, behaves like a bulk endpoint: it
 * stores what is created and answers 409 for an id that it has.
 */
final class ScriptedServer implements AutoCloseable {

    /** A request as it came in, its body decompressed. */
    record Received(String method, URI uri, Map<String, String> headers, String body) {

        List<String> lines() {
            return List.of(body.split("\n", -1))
                    .subList(0, (int) body.chars().filter(c -> c == '\n').count());
        }

        int documents() {
            return lines().size() / 2;
        }
    }

    record Reply(int status, String body, Map<String, String> headers) {

        static Reply of(int status, String body) {
            return new Reply(status, body, Map.of());
        }
    }

    /** One step of a script; null hangs up without an answer. */
    interface Step {
        @Nullable
        Reply answer(Received request) throws Exception;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Step> script = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();
    private final Map<String, String> stored = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile boolean keepsRequests = true;

    ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the next request is answered with, behind what the script holds already. */
    synchronized ScriptedServer then(Step step) {
        script.add(step);
        return this;
    }

    ScriptedServer then(int status, String body) {
        return then(request -> Reply.of(status, body));
    }

    /** Stops remembering requests, for those that are many. */
    void forgetRequests() {
        keepsRequests = false;
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** Documents by {@code index/id}. */
    Map<String, String> stored() {
        return stored;
    }

    int mostRequestsAtATime() {
        return mostUnderWay.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            Received request = read(exchange);
            Step step = record(request);
            Reply reply = step == null ? store(request) : step.answer(request);
            if (reply == null) {
                return;
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private synchronized @Nullable Step record(Received request) {
        if (keepsRequests) {
            received.add(request);
        }
        return script.poll();
    }

    private static Received read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        if ("gzip".equals(headers.get("content-encoding"))) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    /** Behaves like a bulk endpoint that has room. */
    Reply store(Received request) {
        String pathIndex = request.uri().getPath().split("/", -1)[1];
        StringBuilder items = new StringBuilder("{\"took\":1,\"errors\":false,\"items\":[");
        List<String> lines = request.lines();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String index = member(lines.get(i), "_index");
            String key = (index == null ? pathIndex : index) + '/' + member(lines.get(i), "_id");
            boolean present = stored.putIfAbsent(key, lines.get(i + 1)) != null;
            items.append(i == 0 ? "" : ",").append(present ? Items.PRESENT : Items.CREATED);
        }
        return Reply.of(200, items.append("]}").toString());
    }

    private static @Nullable String member(String action, String name) {
        int at = action.indexOf('"' + name + "\":\"");
        if (at < 0) {
            return null;
        }
        int start = at + name.length() + 4;
        return action.substring(start, action.indexOf('"', start));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Items of bulk answers. */
    static final class Items {
        static final String CREATED = "{\"create\":{\"status\":201}}";
        static final String PRESENT = error(409, "version_conflict_engine_exception", "document already exists");

        private Items() {}

        static String error(int status, String type, String reason) {
            return "{\"create\":{\"status\":" + status + ",\"error\":{\"type\":\"" + type + "\",\"reason\":\"" + reason
                    + "\"}}}";
        }

        static String answer(String... items) {
            return "{\"took\":1,\"errors\":true,\"items\":[" + String.join(",", items) + "]}";
        }
    }
}
