package org.ocsf4j.examples.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.ocsf4j.schema.json.JsonTree;

/** What Actuator answers on one port. */
record Endpoints(int port) {

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator" + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The status of the pipeline's part of the health. */
    String pipelineStatus() throws IOException, InterruptedException {
        Map<String, Object> health = JsonTree.parseObject(get("/health").body().getBytes(StandardCharsets.UTF_8));
        Map<String, Object> components =
                Objects.requireNonNull(JsonTree.objectOrNull(health.get("components")), "components");
        Map<String, Object> pipeline =
                Objects.requireNonNull(JsonTree.objectOrNull(components.get("pipeline")), "pipeline");
        return String.valueOf(pipeline.get("status"));
    }

    /** A meter as Prometheus reads it, 0 where it is not there yet. */
    long meter(String name) throws IOException, InterruptedException {
        return get("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    void awaitMeter(String name, long least) throws IOException, InterruptedException {
        while (meter(name) < least) {
            Thread.sleep(100);
        }
    }
}
