package org.ocsf4j.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as a test says, for what no real server can be made to do, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What came in. */
    public record Request(String method, String target, Map<String, List<String>> headers, String body, long nanos) {

        public @Nullable String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.get(0);
        }
    }

    /**
     * What goes out.
     *
     * @param announced the length that is announced; fewer bytes than that are a response that breaks off
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Response(int status, Map<String, String> headers, byte[] body, long announced) {

        public static Response of(int status, Map<String, String> headers, byte[] body) {
            return new Response(status, headers, body, body.length);
        }

        public static Response of(int status, String body) {
            return of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private ScriptedServer(Function<Request, Response> script) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, script));
        server.start();
    }

    public static ScriptedServer start(Function<Request, Response> script) {
        return new ScriptedServer(script);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange, Function<Request, Response> script) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    System.nanoTime());
            requests.add(request);
            Response response = script.apply(request);
            response.headers().forEach(exchange.getResponseHeaders()::set);
            boolean head = request.method().equals("HEAD");
            if (head) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(response.announced()));
            }
            exchange.sendResponseHeaders(
                    response.status(), head || response.announced() == 0 ? -1 : response.announced());
            if (!head) {
                exchange.getResponseBody().write(response.body());
                exchange.getResponseBody().flush();
            }
        }
    }
}
