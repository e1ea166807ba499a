package org.ocsf4j.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands in front of OpenSearch and misbehaves, as a seed says. Closing it leaves OpenSearch alone. */
final class FaultProxy implements AutoCloseable {

    private static final int LONGEST_DELAY_MILLIS = 400;

    /** A limit that is met at random teaches the worker to send less and less: below this it meets none. */
    private static final int SMALLEST_TOO_LARGE_BYTES = 40_000;

    private final URI target;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random dice;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

    FaultProxy(URI target, long seed) throws IOException {
        this.target = target;
        dice = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often each fault was met. */
    synchronized Map<Fault, Integer> faults() {
        return new EnumMap<>(faults);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fault fault = draw(exchange, body);
            switch (fault) {
                case CUT -> {}
                case TOO_MANY_REQUESTS -> refuse(exchange, 429);
                case UNAVAILABLE -> refuse(exchange, 503);
                case TOO_LARGE -> refuse(exchange, 413);
                case DELAY -> {
                    Thread.sleep(random(LONGEST_DELAY_MILLIS));
                    answer(exchange, forward(exchange, body));
                }
                case DROP_ANSWER -> forward(exchange, body);
                case HALF_ANSWER -> {
                    byte[] whole = forward(exchange, body).body();
                    exchange.sendResponseHeaders(200, whole.length);
                    exchange.getResponseBody().write(Arrays.copyOf(whole, whole.length / 2));
                    exchange.getResponseBody().flush();
                }
                case NONE -> answer(exchange, forward(exchange, body));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Fault draw(HttpExchange exchange, byte[] body) {
        Fault drawn = exchange.getRequestURI().getPath().endsWith("/_bulk") ? Fault.of(dice.nextInt(100)) : Fault.NONE;
        Fault fault = drawn == Fault.TOO_LARGE && body.length < SMALLEST_TOO_LARGE_BYTES ? Fault.NONE : drawn;
        faults.merge(fault, 1, Integer::sum);
        return fault;
    }

    private synchronized int random(int bound) {
        return dice.nextInt(bound);
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "0");
        }
        exchange.sendResponseHeaders(status, -1);
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        target.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : new String[] {"Content-Type", "Content-Encoding", "Accept"}) {
            String value = header(exchange, name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                .set("Content-Type", type));
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
