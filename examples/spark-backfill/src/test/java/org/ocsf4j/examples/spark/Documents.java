package org.ocsf4j.examples.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What OpenSearch holds. Without a library: it works in Spark's driver too. */
record Documents(URI openSearch) {

    private static final String INDICES = "/ocsf-*";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern COUNT = Pattern.compile("\"count\":([0-9]+)");
    private static final Pattern ID = Pattern.compile("\"_id\":\"([^\"]+)\"");
    private static final Pattern SCROLL = Pattern.compile("\"_scroll_id\":\"([^\"]+)\"");

    long count() throws InterruptedException {
        send("POST", INDICES + "/_refresh", "");
        Matcher count = COUNT.matcher(send("GET", INDICES + "/_count", ""));
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    /** The ids of all documents, of all indices. */
    List<String> ids() throws InterruptedException {
        send("POST", INDICES + "/_refresh", "");
        List<String> ids = new ArrayList<>();
        String page = send("POST", INDICES + "/_search?scroll=1m&size=5000", "{\"_source\":false,\"sort\":[\"_doc\"]}");
        for (int before = -1; before < ids.size(); ) {
            before = ids.size();
            ID.matcher(page).results().forEach(id -> ids.add(id.group(1)));
            Matcher scroll = SCROLL.matcher(page);
            if (scroll.find()) {
                page = send("POST", "/_search/scroll", "{\"scroll\":\"1m\",\"scroll_id\":\"" + scroll.group(1) + "\"}");
            }
        }
        return ids;
    }

    private String send(String method, String path, String body) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(openSearch.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
