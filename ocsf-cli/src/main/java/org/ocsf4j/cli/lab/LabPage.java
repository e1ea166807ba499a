package org.ocsf4j.cli.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.opensearch.OpenSearchAdmin;

/**
 * The lab's page, on 127.0.0.1: the run and the dashboards. It answers GET only, to a browser on this machine. Thread-safe; closing
 * it stops the server and leaves the client open.
 */
public final class LabPage implements AutoCloseable {

    private static final int BACKLOG = 32;
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final LabRun run;
    private final DashboardAnswers dashboards;

    private LabPage(HttpServer server, LabRun run, OpenSearchAdmin openSearch) {
        this.server = server;
        this.run = run;
        dashboards = new DashboardAnswers(openSearch);
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "ocsf-lab-page");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for any that is free
     * @param run what the page shows of the run
     * @param openSearch what the dashboards ask; whoever made it closes it
     * @throws ConfigurationException where the port cannot be had
     */
    public static LabPage start(int port, LabRun run, OpenSearchAdmin openSearch) {
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
            LabPage page = new LabPage(server, run, openSearch);
            server.setExecutor(page.threads);
            server.createContext("/", page::handle);
            server.start();
            return page;
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "[lab's page] cannot listen; port " + port + ", " + e + "; choose another --port", e);
        }
    }

    /** Where it answers. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer refusal = Guard.refusal(exchange);
            send(exchange, refusal == null ? answer(exchange.getRequestURI()) : refusal);
        }
    }

    private Answer answer(URI uri) {
        String path = String.valueOf(uri.getPath());
        try {
            return switch (path) {
                case "/api/run" -> Answer.json(run.json());
                case "/api/dashboards" -> Answer.json(dashboards.list());
                case "/api/choices" -> Answer.json(dashboards.choices(QueryString.parse(uri.getRawQuery())));
                case "/api/panel" -> Answer.json(dashboards.panel(QueryString.parse(uri.getRawQuery())));
                default -> {
                    Answer file = PageFiles.at(path);
                    yield file == null ? Answer.error(404, "[lab's page] there is no such page; open /") : file;
                }
            };
        } catch (IllegalArgumentException | ConfigurationException e) {
            return Answer.error(400, String.valueOf(e.getMessage()));
        } catch (UnavailableException e) {
            return Answer.error(503, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Answer.error(500, "[lab's page] a defect of ours; " + e + "; please report it");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getRequestBody().close();
        Guard.protect(exchange.getResponseHeaders());
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            exchange.getResponseHeaders().set(header.getKey(), header.getValue());
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.body().length);
        if (!head) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
