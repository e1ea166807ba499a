package org.ocsf4j.opensearch;

import java.util.LinkedHashMap;
import java.util.Map;

/** How requests of one sink look: operation, parameters, compression. Thread-safe. */
final class BulkFormat {

    /** Keeps what the outcome of an item is told from; the rest of the answer is not sent. */
    private static final String FILTER = "errors,took,items.*.status,items.*.error";

    private final OperationType operation;
    private final Map<String, String> parameters;
    private final int gzipLevel;
    private final int gzipThresholdBytes;

    /** A format; {@code gzipLevel} 0 compresses nothing. */
    BulkFormat(BulkOptions options, int gzipLevel, int gzipThresholdBytes) {
        operation = options.operation();
        this.gzipLevel = gzipLevel;
        this.gzipThresholdBytes = gzipThresholdBytes;
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filter_path", FILTER);
        String pipeline = options.pipeline();
        if (pipeline != null) {
            query.put("pipeline", pipeline);
        }
        if (options.requireAlias()) {
            query.put("require_alias", "true");
        }
        parameters = Map.copyOf(query);
    }

    /**
     * The request over the events at {@code positions[from..to)}.
     *
     * @param bytes its size before compression
     */
    BulkRequest request(BulkItems items, int[] positions, int from, int to, int bytes) {
        return new BulkRequest(
                items, positions, from, to, operation, parameters, bytes < gzipThresholdBytes ? 0 : gzipLevel);
    }
}
