package org.ocsf4j.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.retry.Backoff;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
import org.opensearch.client.transport.OpenSearchTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events with OpenSearch's bulk API, each as a {@code create} under an id that the event's object and row determine. The
 * documents' bytes go out as they stand in the batch.
 *
 * <p>Items that the destination is too busy for are sent again, alone; so is everything whose fate is not known, since a
 * {@code create} under the same id cannot store it twice. A document that the destination refuses is
 * {@link EventOutcome.Rejected}. Where it refuses us, {@link org.ocsf4j.failure.ConfigurationException} says what to check.
 *
 * <p>Thread-safe. Several threads share the limit of concurrent requests, which shrinks while the destination is busy.
 * {@link #close()} closes the connections of {@link Builder#endpoint}; a transport that was passed in stays open.
 */
public final class OpenSearchSink implements EventSink {

    /** The size of a bulk request before compression: 5 MiB. */
    public static final int DEFAULT_BULK_BYTES = 5 << 20;

    /** The largest size of a bulk request: 9 MiB. Small Amazon instances refuse 10 MiB. A larger document is rejected. */
    public static final int MAX_BULK_BYTES = 9 << 20;

    /** How many requests are under way at a time: 4. */
    public static final int DEFAULT_MAX_CONCURRENT_REQUESTS = 4;

    /** How long a write goes on after its first failure: 2 minutes. */
    public static final Duration DEFAULT_RETRY_BUDGET = Duration.ofMinutes(2);

    /** How long an answer may take: 1 minute. */
    public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchSink.class);

    private final Connection connection;
    private final BulkOptions options;
    private final Timing timing;
    private final ConcurrencyLimit concurrency;
    private final BulkSize bulkSize;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenSearchSink(Builder builder) {
        options = new BulkOptions(
                builder.bulkBytes, builder.retryBudget, Backoff.DEFAULT, builder.indexNaming, builder.documentIds);
        timing = builder.timing;
        concurrency = new ConcurrencyLimit(builder.maxConcurrentRequests);
        bulkSize = new BulkSize(options.bulkBytes());
        connection = builder.connection.connect(builder.maxConcurrentRequests, builder.compression);
        if (options.ids() == DocumentIds.SERVER_ASSIGNED) {
            LOG.warn(
                    "[{}] the server makes the document ids: an event that is written twice is stored twice",
                    connection.name());
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
        if (closed.get()) {
            throw new IllegalStateException("[" + connection.name() + "] the sink is closed");
        }
        if (batch.isEmpty()) {
            return List.of();
        }
        return new BulkDelivery(connection, options, timing, concurrency, bulkSize, batch).run();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            connection.close();
        }
    }

    /** How many requests may be under way now. */
    int concurrencyLimit() {
        return concurrency.current();
    }

    /** The size that requests are kept to now. */
    int currentBulkBytes() {
        return bulkSize.bytes();
    }

    /** Options of the sink. Not thread-safe. */
    public static final class Builder {

        private final ConnectionOptions connection = new ConnectionOptions();
        private int bulkBytes = DEFAULT_BULK_BYTES;
        private int maxConcurrentRequests = DEFAULT_MAX_CONCURRENT_REQUESTS;
        private Duration retryBudget = DEFAULT_RETRY_BUDGET;
        private boolean compression = true;
        private IndexNaming indexNaming = IndexNaming.daily();
        private DocumentIds documentIds = DocumentIds.OBJECT_AND_ROW;
        private Timing timing = Timing.SYSTEM;

        private Builder() {}

        /**
         * The transport to send over; the caller closes it. Compression, credentials and timeouts are the transport's. Either
         * this or {@link #endpoint}.
         */
        public Builder transport(OpenSearchTransport transport) {
            connection.transport(transport);
            return this;
        }

        /** The server, {@code http://host:port} or {@code https://host:port}, with a path where a proxy needs one. */
        public Builder endpoint(URI endpoint) {
            connection.endpoint(endpoint);
            return this;
        }

        /** User and password for {@link #endpoint}. The default is none. */
        public Builder basicAuth(String user, String password) {
            connection.basicAuth(user, password);
            return this;
        }

        /** Whom to trust at an {@code https} {@link #endpoint}. The default is the platform's. */
        public Builder sslContext(SSLContext sslContext) {
            connection.sslContext(sslContext);
            return this;
        }

        /** How long an answer may take before the request counts as unanswered. The default is {@link #DEFAULT_REQUEST_TIMEOUT}. */
        public Builder requestTimeout(Duration requestTimeout) {
            connection.requestTimeout(requestTimeout);
            return this;
        }

        /**
         * The size of a request before compression; a single larger document still goes out alone. The default is
         * {@link #DEFAULT_BULK_BYTES}, the most is {@link #MAX_BULK_BYTES}.
         */
        public Builder bulkBytes(int bulkBytes) {
            if (bulkBytes < 1 || bulkBytes > MAX_BULK_BYTES) {
                throw new IllegalArgumentException("bulkBytes is outside 1.." + MAX_BULK_BYTES + "; " + bulkBytes);
            }
            this.bulkBytes = bulkBytes;
            return this;
        }

        /** How many requests may be under way at a time, from all threads. The default is {@link #DEFAULT_MAX_CONCURRENT_REQUESTS}. */
        public Builder maxConcurrentRequests(int maxConcurrentRequests) {
            if (maxConcurrentRequests < 1) {
                throw new IllegalArgumentException("maxConcurrentRequests is below 1; " + maxConcurrentRequests);
            }
            this.maxConcurrentRequests = maxConcurrentRequests;
            return this;
        }

        /**
         * How long one write goes on trying, from its first failure on. The first attempt is made whatever the budget is. The
         * default is {@link #DEFAULT_RETRY_BUDGET}.
         */
        public Builder retryBudget(Duration retryBudget) {
            Objects.requireNonNull(retryBudget, "retryBudget");
            if (retryBudget.isNegative()) {
                throw new IllegalArgumentException("retryBudget is negative; " + retryBudget);
            }
            this.retryBudget = retryBudget;
            return this;
        }

        /** Whether requests to an {@link #endpoint} are compressed (gzip). The default is true. */
        public Builder compression(boolean compression) {
            this.compression = compression;
            return this;
        }

        /** Which index an event goes to. The default is {@link IndexNaming#daily()}. */
        public Builder indexNaming(IndexNaming indexNaming) {
            this.indexNaming = Objects.requireNonNull(indexNaming, "indexNaming");
            return this;
        }

        /** How documents get their ids. The default is {@link DocumentIds#OBJECT_AND_ROW}. */
        public Builder documentIds(DocumentIds documentIds) {
            this.documentIds = Objects.requireNonNull(documentIds, "documentIds");
            return this;
        }

        Builder timing(Timing timing) {
            this.timing = timing;
            return this;
        }

        /**
         * The sink. Sends nothing yet.
         *
         * @throws IllegalStateException where the options contradict each other
         */
        public OpenSearchSink build() {
            return new OpenSearchSink(this);
        }
    }
}
