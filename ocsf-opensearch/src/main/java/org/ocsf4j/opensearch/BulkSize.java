package org.ocsf4j.opensearch;

/**
 * How large requests are. A refused size (413) teaches a ceiling that stays: half of what was refused. Below it the size halves
 * when the destination is overloaded and one request at a time is still too much, and grows by a step with every good answer.
 * Thread-safe.
 */
final class BulkSize {

    /** What is remembered does not fall below this; one write may go further down to a single document. */
    static final int FLOOR_BYTES = 64 << 10;

    static final int STEP_BYTES = 256 << 10;

    private int ceiling;
    private int bytes;

    BulkSize(int configuredBytes) {
        ceiling = configuredBytes;
        bytes = configuredBytes;
    }

    synchronized int bytes() {
        return bytes;
    }

    /** A request of this many bytes was too large. */
    synchronized void refused(int requestBytes) {
        ceiling = Math.min(ceiling, Math.max(FLOOR_BYTES, requestBytes / 2));
        bytes = Math.min(bytes, ceiling);
    }

    /** A request of this many bytes met an overloaded destination. */
    synchronized void overloaded(int requestBytes) {
        bytes = Math.min(bytes, Math.max(FLOOR_BYTES, Math.min(bytes, requestBytes) / 2));
    }

    /** A request was answered without trouble. */
    synchronized void answered() {
        bytes = Math.min(ceiling, bytes + STEP_BYTES);
    }
}
