package org.ocsf4j.opensearch;

import java.util.concurrent.atomic.AtomicLong;

/** What all writes of one sink share: the connection, and what is known of how much the other side takes. Thread-safe. */
final class Destination {

    final Connection connection;
    final BulkOptions options;
    final Timing timing;
    final ConcurrencyLimit concurrency;
    final BulkSize bulkSize;
    final Circuit circuit = new Circuit();

    /** Items that were stored or found stored. */
    final AtomicLong stored = new AtomicLong();

    /** Bulk requests that were sent. */
    final AtomicLong requests = new AtomicLong();

    /** Times that a write had to wait and send events again. */
    final AtomicLong retries = new AtomicLong();

    /** Items that were stored with a field moved aside. */
    final AtomicLong repaired = new AtomicLong();

    Destination(Connection connection, BulkOptions options, Timing timing, int maxConcurrentRequests) {
        this.connection = connection;
        this.options = options;
        this.timing = timing;
        concurrency = new ConcurrencyLimit(maxConcurrentRequests);
        bulkSize = new BulkSize(options.bulkBytes());
    }
}
