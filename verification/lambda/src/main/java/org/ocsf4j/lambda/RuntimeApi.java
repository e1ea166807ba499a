package org.ocsf4j.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The API that a runtime asks for events, as far as the runtime interface client uses it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {

    private static final String ROOT = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "runtime-api");
        thread.setDaemon(true);
        return thread;
    });
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> begun = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final CompletableFuture<Answer> ready = new CompletableFuture<>();

    /** What the function said: its response, or how it failed. */
    record Answer(boolean isResponse, String body) {}

    private record Invocation(String id, String event, Duration time, CompletableFuture<Answer> answer) {}

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT + "invocation/next", this::next);
        server.createContext(ROOT + "invocation/", this::answer);
        server.createContext(ROOT + "init/error", exchange -> {
            ready.complete(new Answer(false, read(exchange)));
            reply(exchange, 202, "{}");
        });
        server.createContext(ROOT + "restore/next", exchange -> reply(exchange, 200, "{}"));
        server.start();
    }

    /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return server.getAddress().getHostString() + ":" + server.getAddress().getPort();
    }

    /** Completes when the function has been made, with how it failed where it has not. */
    CompletableFuture<Answer> ready() {
        return ready;
    }

    /** Hands an event to the function once it asks; its time runs from then. */
    CompletableFuture<Answer> invoke(String event, Duration time) {
        Invocation invocation =
                new Invocation("request-" + number.incrementAndGet(), event, time, new CompletableFuture<>());
        waiting.add(invocation);
        return invocation.answer();
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(new Answer(true, ""));
        Invocation invocation;
        try {
            invocation = waiting.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        begun.put(invocation.id(), invocation);
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:ocsf");
        exchange.getResponseHeaders()
                .set(
                        "Lambda-Runtime-Deadline-Ms",
                        Long.toString(
                                System.currentTimeMillis() + invocation.time().toMillis()));
        reply(exchange, 200, invocation.event());
    }

    /** {@code invocation/<id>/response} or {@code invocation/<id>/error}. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring((ROOT + "invocation/").length());
        int slash = path.indexOf('/');
        Invocation invocation = slash < 0 ? null : begun.remove(path.substring(0, slash));
        String body = read(exchange);
        if (invocation == null) {
            reply(exchange, 400, "{}");
            return;
        }
        reply(exchange, 202, "{}");
        invocation.answer().complete(new Answer(path.endsWith("/response"), body));
    }

    private static String read(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
