package org.ocsf4j.indexcost;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of the server, in JSON as it stands. */
final class Server {

    private static final Pattern SEGMENT_BYTES = Pattern.compile("\"size_in_bytes\":(\\d+)");
    private static final Pattern CPU_MILLIS = Pattern.compile("\"total_in_millis\":(\\d+)");

    private static final Pattern FIELD = Pattern.compile("\"type\":\"(?!object|nested|alias)\\w+\"");

    private final URI uri;
    private final HttpClient http = HttpClient.newHttpClient();

    Server(URI uri) {
        this.uri = uri;
    }

    String call(String method, String path, String json) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200 && !(method.equals("DELETE") && response.statusCode() == 404)) {
                throw new IllegalStateException(
                        method + " " + path + " is " + response.statusCode() + "; " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Processor time of the node's process so far, in milliseconds. */
    long cpuMillis() throws InterruptedException {
        return sum(
                CPU_MILLIS, call("GET", "/_nodes/stats/process?filter_path=nodes.*.process.cpu.total_in_millis", ""));
    }

    /** Bytes of the index's segments on disk; the store statistic is not used: it is kept for some seconds. */
    long segmentBytes(String index) throws InterruptedException {
        return sum(SEGMENT_BYTES, call("GET", "/" + index + "/_segments", ""));
    }

    /** How many fields the index's mapping has, objects not counted. */
    long fields(String index) throws InterruptedException {
        return FIELD.matcher(call("GET", "/" + index + "/_mapping", ""))
                .results()
                .count();
    }

    private static long sum(Pattern pattern, String json) {
        long sum = 0;
        for (Matcher found = pattern.matcher(json); found.find(); ) {
            sum += Long.parseLong(found.group(1));
        }
        return sum;
    }
}
