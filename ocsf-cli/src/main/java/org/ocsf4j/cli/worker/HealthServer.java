package org.ocsf4j.cli.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;

/**
 * Answers an orchestrator and a scraper: {@code /live} is 200 while the process answers at all, {@code /ready} 200 or 503 with why,
 * {@code /metrics} what Prometheus reads. Closing stops it.
 */
public final class HealthServer implements AutoCloseable {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final int BACKLOG = 16;

    private final HttpServer server;

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @param host the address to listen on
     * @param port 0 for any that is free
     * @throws ConfigurationException where the port cannot be had
     */
    public static HealthServer start(String host, int port, Readiness readiness, Supplier<String> metrics) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
            server.createContext("/", exchange -> answer(exchange, readiness, metrics));
            server.start();
            return new HealthServer(server);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "[health " + host + ":" + port + "] cannot listen; " + e + "; choose another port", e);
        }
    }

    /** Where it answers. */
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    private static void answer(HttpExchange exchange, Readiness readiness, Supplier<String> metrics)
            throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            send(exchange, 405, TEXT, "GET only\n");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/live" -> send(exchange, 200, TEXT, "live\n");
            case "/ready" -> {
                String whyNot = readiness.whyNot();
                send(exchange, whyNot == null ? 200 : 503, TEXT, (whyNot == null ? "ready" : whyNot) + "\n");
            }
            case "/metrics" -> send(exchange, 200, METRICS, metrics.get());
            default -> send(exchange, 404, TEXT, "/live, /ready, /metrics\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, @Nullable String text) throws IOException {
        byte[] body = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
