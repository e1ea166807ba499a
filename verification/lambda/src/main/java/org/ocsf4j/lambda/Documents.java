package org.ocsf4j.lambda;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ocsf4j.schema.json.JsonTree;

/**
 * Every document id of a pattern of indices against the ids that rows have.
 *
 * @param found documents, over all indices
 * @param missing rows without a document
 * @param twice documents beyond the first of a row
 * @param strangers documents of no row
 */
record Documents(long found, long missing, long twice, long strangers) {

    private static final int PAGE = 10_000;

    /** One document of each row and no other. */
    static Documents exactly(long rows) {
        return new Documents(rows, 0, 0, 0);
    }

    static Documents count(URI openSearch, String indices, List<Scene.LakeObject> lake) throws IOException {
        Map<String, Integer> ids = new HashMap<>();
        HttpClient http = HttpClient.newHttpClient();
        Map<String, Object> page = post(
                http,
                openSearch.resolve("/" + indices + "/_search?scroll=1m&size=" + PAGE),
                "{\"_source\":false,\"sort\":[\"_doc\"]}");
        while (!hits(page).isEmpty()) {
            for (Object hit : hits(page)) {
                ids.merge(String.valueOf(((Map<?, ?>) hit).get("_id")), 1, Integer::sum);
            }
            page = post(
                    http,
                    openSearch.resolve("/_search/scroll"),
                    "{\"scroll\":\"1m\",\"scroll_id\":\"" + page.get("_scroll_id") + "\"}");
        }
        long found = 0;
        for (int times : ids.values()) {
            found += times;
        }
        long twice = found - ids.size();
        long missing = 0;
        for (Scene.LakeObject object : lake) {
            for (long row = 0; row < object.rows(); row++) {
                if (ids.remove(object.identity().documentIdPrefix() + '-' + row) == null) {
                    missing++;
                }
            }
        }
        return new Documents(found, missing, twice, ids.size());
    }

    private static List<?> hits(Map<String, Object> page) {
        return page.get("hits") instanceof Map<?, ?> hits && hits.get("hits") instanceof List<?> list
                ? list
                : List.of();
    }

    private static Map<String, Object> post(HttpClient http, URI uri, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("the search was answered " + response.statusCode());
            }
            return JsonTree.parseObject(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it counted", e);
        }
    }
}
