package org.ocsf4j.dashboards.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;

/** Against a stand-in that checks what Dashboards' import API checks: the header against forgery, the user, the multipart body. */
class DashboardsClientTest {

    private static final byte[] OBJECTS = "{\"id\":\"a\"}\n{\"id\":\"b\"}\n".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final List<String> problems = new ArrayList<>();
    private int status = 200;
    private String answer = "";

    DashboardsClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/base/api/saved_objects/_import", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        assertThat(problems).isEmpty();
    }

    @Test
    void sendsTheFileAsDashboardsWantsIt() {
        assertThat(client("admin", "päss").importObjects(OBJECTS)).isEqualTo(2);
    }

    @Test
    void saysThatTheUserIsRefused() {
        assertThatThrownBy(() -> client("admin", "wrong").importObjects(OBJECTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HTTP 401")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void quotesWhyAnObjectWasRefused() {
        answer =
                "{\"success\":false,\"successCount\":1,\"errors\":[{\"id\":\"b\",\"error\":{\"type\":\"unsupported_type\"}}]}";
        assertThatThrownBy(() -> client("admin", "päss").importObjects(OBJECTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unsupported_type");
    }

    @Test
    void asksForARetryWhereDashboardsIsNotReady() {
        status = 503;
        answer = "OpenSearch Dashboards server is not ready yet";
        assertThatThrownBy(() -> client("admin", "päss").importObjects(OBJECTS))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not ready");
    }

    @Test
    void noticesThatSomethingElseAnswers() {
        answer = "<html>";
        assertThatThrownBy(() -> client("admin", "päss").importObjects(OBJECTS))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not Dashboards'");
    }

    private DashboardsClient client(String user, String password) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base/");
        return new DashboardsClient(uri, user, password, null);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        String boundary = "--" + type.substring(type.indexOf("boundary=") + 9);
        require(exchange.getRequestHeaders().containsKey("osd-xsrf"), "no osd-xsrf header");
        require(type.startsWith("multipart/form-data; "), type);
        require(body.startsWith(boundary + "\r\n") && body.endsWith("\r\n" + boundary + "--\r\n"), body);
        require(body.contains("filename=\"dashboards.ndjson\"\r\n"), body);
        require(body.contains("\r\n\r\n" + new String(OBJECTS, StandardCharsets.UTF_8)), body);
        require("overwrite=true".equals(exchange.getRequestURI().getQuery()), "no overwrite");
        boolean known =
                "Basic YWRtaW46cMOkc3M=".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String text = !known
                ? "{\"statusCode\":401,\"error\":\"Unauthorized\"}"
                : answer.isEmpty() ? "{\"successCount\":2,\"success\":true,\"successResults\":[]}" : answer;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? status : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void require(boolean fine, String problem) {
        if (!fine) {
            problems.add(problem);
        }
    }
}
