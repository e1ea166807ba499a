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
import org.jspecify.annotations.Nullable;
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

    static final String CONTENT_TYPE = "application/x-ndjson";

    private static final byte[] INDEX = ascii("\"_index\":\"");
    private static final byte[] ID = ascii("\"_id\":\"");
    private static final byte[] ROUTING = ascii("\"routing\":\"");
    private static final byte[] END = ascii("}}\n");

    private final BulkItems items;
    private final int[] positions;
    private final int from;
    private final int to;
    private final byte[] action;
    private final byte[] actions;
    private final int[] actionEnds;
    private final byte @Nullable [] routing;
    private final Map<String, String> parameters;
    private final int gzipLevel;

    /**
     * Over the events at {@code positions[from..to)}.
     *
     * @param gzipLevel how well the body is compressed, 1 to 9; 0 where it is not
     */
    BulkRequest(
            BulkItems items,
            int[] positions,
            int from,
            int to,
            OperationType operation,
            Map<String, String> parameters,
            int gzipLevel) {
        this.items = items;
        this.positions = positions;
        this.from = from;
        this.to = to;
        this.parameters = parameters;
        this.gzipLevel = gzipLevel;
        action = ascii("{\"" + operation.action() + "\":{");
        String by = items.routing();
        routing = by == null ? null : ascii(by);
        actionEnds = new int[to - from];
        actions = writeActions();
    }

    int events() {
        return to - from;
    }

    boolean isCompressed() {
        return gzipLevel > 0;
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public String getEndpoint() {
        return '/' + items.indexes().name(positions[from]) + "/_bulk";
    }

    @Override
    public Map<String, String> getParameters() {
        return parameters;
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
            if (isCompressed()) {
                try (OutputStream compressed = new LevelGzipOutputStream(out, gzipLevel)) {
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
        for (int i = from, at = 0; i < to; i++) {
            int event = positions[i];
            int end = actionEnds[i - from];
            out.write(actions, at, end - at);
            out.write(items.bytes(event), items.offset(event), items.length(event) + 1);
            at = end;
        }
    }

    /** The body before compression, to be read while the batch is this write's. */
    BodyBytes uncompressed() {
        return new BulkBody(items, positions, from, to, actions, actionEnds);
    }

    /** The action lines, one behind the other. */
    private byte[] writeActions() {
        int pathIndex = items.indexes().ordinal(positions[from]);
        int most = 0;
        for (int i = from; i < to; i++) {
            int event = positions[i];
            most += items.actionBytesAtMost(event, items.indexes().ordinal(event) != pathIndex);
        }
        byte[] lines = new byte[most];
        int end = 0;
        for (int i = from; i < to; i++) {
            int event = positions[i];
            end = writeAction(lines, end, event, items.indexes().ordinal(event) != pathIndex);
            actionEnds[i - from] = end;
        }
        return lines;
    }

    private int writeAction(byte[] line, int at, int event, boolean withIndex) {
        int position = put(action, line, at);
        int start = position;
        if (withIndex) {
            position = put(INDEX, line, position);
            position = put(items.indexes().nameBytes(event), line, position);
            line[position++] = '"';
        }
        int idAt = put(ID, line, comma(line, start, position));
        int idEnd = items.ids().write(event, line, idAt);
        if (idEnd != idAt) {
            line[idEnd++] = '"';
            position = idEnd;
        }
        byte[] by = routing;
        if (by != null) {
            position = put(by, line, put(ROUTING, line, comma(line, start, position)));
            line[position++] = '"';
        }
        return put(END, line, position);
    }

    private static int comma(byte[] line, int start, int position) {
        if (position == start) {
            return position;
        }
        line[position] = ',';
        return position + 1;
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
