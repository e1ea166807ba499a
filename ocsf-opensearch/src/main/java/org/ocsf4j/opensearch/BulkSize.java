package org.ocsf4j.opensearch;

import java.util.concurrent.atomic.AtomicInteger;

/** How large a request may be: the configured size until the destination refuses one (413), then half of what it refused. */
final class BulkSize {

    /** What is remembered does not fall below this; one write may go further down to a single document. */
    static final int FLOOR_BYTES = 64 << 10;

    private final AtomicInteger bytes;

    BulkSize(int configuredBytes) {
        bytes = new AtomicInteger(configuredBytes);
    }

    int bytes() {
        return bytes.get();
    }

    /** A request of this many bytes was too large. */
    void refused(int requestBytes) {
        int half = Math.max(FLOOR_BYTES, requestBytes / 2);
        bytes.accumulateAndGet(half, Math::min);
    }
}
