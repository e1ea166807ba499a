package org.ocsf4j.opensearch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;

/**
 * What one write sends: the events of a batch with their ids and indices. A document goes out as it stands in the batch unless it
 * was repaired. Not thread-safe.
 */
final class BulkItems {

    /** Everything of an action line but the id, the index and the routing. */
    private static final int ACTION_SYNTAX_BYTES = 64;

    private final EventBatch batch;
    private final EventIndexes indexes;
    private final ItemIds ids;
    private final @Nullable String routing;
    private byte @Nullable [] @Nullable [] repaired;

    /**
     * Items that nothing is repaired of yet.
     *
     * @param routing what the documents are routed by, base64url; null where it is their id
     */
    BulkItems(EventBatch batch, EventIndexes indexes, ItemIds ids, @Nullable String routing) {
        this.batch = batch;
        this.indexes = indexes;
        this.ids = ids;
        this.routing = routing;
    }

    int count() {
        return batch.count();
    }

    EventIndexes indexes() {
        return indexes;
    }

    ItemIds ids() {
        return ids;
    }

    @Nullable
    String routing() {
        return routing;
    }

    /** The document's bytes, without a line feed. */
    int length(int event) {
        byte[] other = replacement(event);
        return other == null ? batch.length(event) : other.length - 1;
    }

    byte[] toBytes(int event) {
        return batch.event(event).toBytes();
    }

    boolean hasLineFeed(int event) {
        return !batch.holdsOnlyLines() && LineFeeds.isIn(batch.buffer(), batch.offset(event), batch.length(event));
    }

    int actionBytesAtMost(int event) {
        return actionBytesAtMost(event, true);
    }

    int actionBytesAtMost(int event, boolean withIndex) {
        return ACTION_SYNTAX_BYTES
                + ids.bytesAtMost(event)
                + (withIndex ? indexes.nameBytes(event).length : 0)
                + (routing == null ? 0 : routing.length());
    }

    /** The most that an event adds to a request's body before compression. */
    int bytesAtMost(int event) {
        return length(event) + 1 + actionBytesAtMost(event);
    }

    /** What the document stands in, from {@link #offset} on, with a line feed behind it. */
    byte[] bytes(int event) {
        byte[] other = replacement(event);
        return other == null ? batch.buffer() : other;
    }

    int offset(int event) {
        return replacement(event) == null ? batch.offset(event) : 0;
    }

    boolean isRepaired(int event) {
        return replacement(event) != null;
    }

    void replace(int event, byte[] document) {
        if (repaired == null) {
            repaired = new byte[batch.count()][];
        }
        byte[] line = Arrays.copyOf(document, document.length + 1);
        line[document.length] = '\n';
        repaired[event] = line;
    }

    private byte @Nullable [] replacement(int event) {
        return repaired == null ? null : repaired[event];
    }
}
