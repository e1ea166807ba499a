package org.ocsf4j.opensearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocsf4j.event.EventBatch;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.transport.GenericSerializable;

/**
 * One bulk request over events of a batch: for each an action line and the document as it stands in the batch's buffer. The
 * index of the first event is in the path; an action line names an index only where it is another.
 *
 * <pre>
 * POST /ocsf-1.1.0-6003-api_activity-2026.11.24/_bulk
 * {"create":{"_id":"9c1dQ…-0"}}
 * {"time":…}
 * </pre>
 */
final class BulkRequest implements Request, GenericSerializable {

    /** Keeps what the outcome of an item is told from; the rest of the answer is not sent. */
    static final Map<String, String> PARAMETERS = Map.of("filter_path", "errors,took,items.*.status,items.*.error");

    static final String CONTENT_TYPE = "application/x-ndjson";

    private static final byte[] CREATE = ascii("{\"create\":{");
    private static final byte[] INDEX = ascii("\"_index\":\"");
    private static final byte[] ID = ascii("\"_id\":\"");
    private static final byte[] END = ascii("}}\n");
    private static final int ACTION_SYNTAX_BYTES = 40;
    private static final int MAX_INDEX_NAME_BYTES = 255;

    private final EventBatch batch;
    private final EventIndexes indexes;
    private final EventIds ids;
    private final int[] positions;
    private final int from;
    private final int to;
    private final boolean gzip;

    /** Over the events at {@code positions[from..to)}. */
    BulkRequest(EventBatch batch, EventIndexes indexes, EventIds ids, int[] positions, int from, int to, boolean gzip) {
        this.batch = batch;
        this.indexes = indexes;
        this.ids = ids;
        this.positions = positions;
        this.from = from;
        this.to = to;
        this.gzip = gzip;
    }

    /** The most that an event adds to a request's body before compression. */
    static int bytesAtMost(EventBatch batch, EventIndexes indexes, int event) {
        return batch.length(event) + 1 + ACTION_SYNTAX_BYTES + EventIds.MAX_CHARS + indexes.nameBytes(event).length;
    }

    int events() {
        return to - from;
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public String getEndpoint() {
        return '/' + indexes.name(positions[from]) + "/_bulk";
    }

    @Override
    public Map<String, String> getParameters() {
        return PARAMETERS;
    }

    @Override
    public Collection<Map.Entry<String, String>> getHeaders() {
        return List.of();
    }

    /** The body for transports that do not take it from {@link #serialize}. */
    @Override
    public Optional<Body> getBody() {
        return Optional.of(new LazyBody(this));
    }

    @Override
    public String serialize(OutputStream out) {
        try {
            if (gzip) {
                try (OutputStream compressed = new FastGzipOutputStream(out)) {
                    writeTo(compressed);
                }
            } else {
                writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CONTENT_TYPE;
    }

    private void writeTo(OutputStream out) throws IOException {
        byte[] documents = batch.buffer();
        byte[] action = new byte[ACTION_SYNTAX_BYTES + EventIds.MAX_CHARS + MAX_INDEX_NAME_BYTES];
        int pathIndex = indexes.ordinal(positions[from]);
        for (int i = from; i < to; i++) {
            int event = positions[i];
            out.write(action, 0, writeAction(action, event, indexes.ordinal(event) != pathIndex));
            out.write(documents, batch.offset(event), batch.length(event) + 1); // its line feed follows it in the batch
        }
    }

    private int writeAction(byte[] action, int event, boolean withIndex) {
        int position = put(CREATE, action, 0);
        if (withIndex) {
            position = put(INDEX, action, position);
            position = put(indexes.nameBytes(event), action, position);
            action[position++] = '"';
        }
        int idAt = position;
        if (withIndex) {
            action[idAt++] = ',';
        }
        idAt = put(ID, action, idAt);
        int idEnd = ids.write(event, action, idAt);
        if (idEnd != idAt) {
            action[idEnd++] = '"';
            position = idEnd;
        }
        return put(END, action, position);
    }

    private static int put(byte[] source, byte[] target, int position) {
        System.arraycopy(source, 0, target, position, source.length);
        return position + source.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serialize(out);
        return out.toByteArray();
    }
}
