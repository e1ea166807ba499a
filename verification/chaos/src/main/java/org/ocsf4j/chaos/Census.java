package org.ocsf4j.chaos;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every document id of a pattern of indices against the ids that the rows of a lake have.
 *
 * @param rows rows of the lake
 * @param documents documents found, over all indices
 * @param missing rows without a document
 * @param twice documents beyond the first of a row
 * @param strangers documents of no row
 */
record Census(long rows, long documents, long missing, long twice, long strangers) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int PAGE = 10_000;

    boolean isExact() {
        return documents == rows && missing == 0 && twice == 0 && strangers == 0;
    }

    static Census take(URI openSearch, String indices, List<Arena.LakeObject> lake) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        HttpClient http = HttpClient.newHttpClient();
        Page page = page(
                http,
                openSearch.resolve("/" + indices + "/_search?scroll=1m&size=" + PAGE),
                "{\"_source\":false,\"sort\":[\"_doc\"]}",
                found);
        while (page.hits() > 0) {
            page = page(
                    http,
                    openSearch.resolve("/_search/scroll"),
                    "{\"scroll\":\"1m\",\"scroll_id\":\"" + page.scrollId() + "\"}",
                    found);
        }
        long documents = 0;
        long twice = 0;
        for (int times : found.values()) {
            documents += times;
            twice += times - 1;
        }
        long rows = 0;
        long missing = 0;
        for (Arena.LakeObject object : lake) {
            String prefix = object.identity().documentIdPrefix() + '-';
            rows += object.rows();
            for (long row = 0; row < object.rows(); row++) {
                if (found.remove(prefix + row) == null) {
                    missing++;
                }
            }
        }
        return new Census(rows, documents, missing, twice, found.size());
    }

    private record Page(String scrollId, int hits) {}

    private static Page page(HttpClient http, URI uri, String body, Map<String, Integer> found) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("the search was answered " + response.statusCode());
            }
            return read(response.body(), found);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it counted", e);
        }
    }

    private static Page read(byte[] body, Map<String, Integer> found) throws IOException {
        String scrollId = "";
        int hits = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String name = parser.currentName();
                if (name.equals("_id")) {
                    parser.nextToken();
                    found.merge(parser.getText(), 1, Integer::sum);
                    hits++;
                } else if (name.equals("_scroll_id")) {
                    parser.nextToken();
                    scrollId = parser.getText();
                }
            }
        }
        return new Page(scrollId, hits);
    }
}
