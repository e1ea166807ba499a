package org.ocsf4j.opensearch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.retry.Backoff;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
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

    /** How well requests are compressed: 1, the fastest. */
    public static final int DEFAULT_COMPRESSION_LEVEL = 1;

    /** Requests below this are not compressed: 1 KiB. */
    public static final int DEFAULT_COMPRESSION_THRESHOLD_BYTES = 1 << 10;

    /** Answers that take longer are a sign of overload: 15 seconds. */
    public static final Duration DEFAULT_SLOW_ANSWER = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchSink.class);

    private final Connection connection;
    private final BulkOptions options;
    private final Destination destination;
    private final BulkFormat format;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenSearchSink(Builder builder) {
        options = builder.options();
        options.check();
        connection = builder.connection.connect(builder.maxConcurrentRequests, builder.compression);
        destination = new Destination(connection, options, builder.timing, builder.maxConcurrentRequests);
        format = new BulkFormat(
                options, connection.compresses() ? builder.compressionLevel : 0, builder.compressionThresholdBytes);
        List<String> weaknesses = options.weaknesses();
        if (builder.strict && !weaknesses.isEmpty()) {
            connection.close();
            throw new IllegalStateException("[" + connection.name() + "] these settings are weaker than strict allows; "
                    + String.join("; ", weaknesses) + "; change them or drop strict");
        }
        for (String weakness : weaknesses) {
            LOG.warn("[{}] {}", connection.name(), weakness);
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
        String routing = options.routing() == Routing.OBJECT ? batch.object().documentIdPrefix() : null;
        return deliver(new BulkItems(
                batch, new EventIndexes(batch, options.naming()), new EventIds(batch, options.ids()), routing));
    }

    /**
     * Sends refused documents again as they were written: the same document under the same id into the same index. Letters
     * about whole objects, and those that name no index or id, are {@link EventOutcome.Rejected} without being sent.
     *
     * @return by position, what became of each
     * @throws org.ocsf4j.failure.UnavailableException as {@link #write}
     * @throws org.ocsf4j.failure.ConfigurationException as {@link #write}
     */
    public List<EventOutcome> redrive(List<DeadLetter> letters) throws InterruptedException {
        if (closed.get()) {
            throw new IllegalStateException("[" + connection.name() + "] the sink is closed");
        }
        LetterItems sendable = LetterItems.of(letters);
        return sendable.isEmpty() ? sendable.outcomes(List.of()) : sendable.outcomes(deliver(sendable.items()));
    }

    List<EventOutcome> deliver(BulkItems items) throws InterruptedException {
        long repairedBefore = destination.repaired.get();
        List<EventOutcome> outcomes = new BulkDelivery(destination, items, format).run();
        long repaired = destination.repaired.get() - repairedBefore;
        if (repaired > 0) {
            LOG.warn(
                    "[{}] {} documents were stored with a refused field moved into {}; mend the mapping",
                    connection.name(),
                    repaired,
                    FieldRepair.ASIDE);
        }
        return outcomes;
    }

    @Override
    public EventOutcome.Rejected addressed(EventBatch batch, int event, EventOutcome.Rejected refusal) {
        String index = options.naming().indexFor(batch.eventClass(event), batch.timeMillis(event));
        String id = new EventIds(batch, options.ids()).id(event);
        return new EventOutcome.Rejected(refusal.status(), refusal.errorType(), refusal.reason(), index, id);
    }

    /** False while the destination turns everything away; what is written then waits. */
    @Override
    public boolean isReady() {
        return destination.circuit.isPassable(destination.timing.nanoTime());
    }

    /** How many documents were stored with a field moved aside that the mapping refuses. */
    public long repairedDocuments() {
        return destination.repaired.get();
    }

    /** What the sink has sent and how much it sends now. Quick; for metrics. */
    public SinkActivity activity() {
        return new SinkActivity(
                destination.requests.get(),
                destination.retries.get(),
                destination.repaired.get(),
                destination.concurrency.current(),
                destination.bulkSize.bytes());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            connection.close();
        }
    }

    /** How many requests may be under way now. */
    int concurrencyLimit() {
        return destination.concurrency.current();
    }

    /** The size that requests are kept to now. */
    int currentBulkBytes() {
        return destination.bulkSize.bytes();
    }

    /** Options of the sink. Not thread-safe. */
    public static final class Builder extends ConnectionBuilder<Builder> {

        private int bulkBytes = DEFAULT_BULK_BYTES;
        private int maxConcurrentRequests = DEFAULT_MAX_CONCURRENT_REQUESTS;
        private Duration retryBudget = DEFAULT_RETRY_BUDGET;
        private boolean compression = true;
        private int compressionLevel = DEFAULT_COMPRESSION_LEVEL;
        private int compressionThresholdBytes = DEFAULT_COMPRESSION_THRESHOLD_BYTES;
        private Duration slowAnswer = DEFAULT_SLOW_ANSWER;
        private OperationType operationType = OperationType.CREATE;
        private Routing routing = Routing.ID;
        private @Nullable String ingestPipeline;
        private boolean requireAlias;
        private boolean repair = true;
        private boolean strict;
        private IndexNaming indexNaming = IndexNaming.daily();
        private DocumentIds documentIds = DocumentIds.OBJECT_AND_ROW;
        private Timing timing = Timing.SYSTEM;

        private Builder() {}

        @Override
        Builder self() {
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

        /** How well requests are compressed, 1 (fast) to 9 (small). The default is {@link #DEFAULT_COMPRESSION_LEVEL}. */
        public Builder compressionLevel(int level) {
            if (level < 1 || level > 9) {
                throw new IllegalArgumentException("compressionLevel is outside 1..9; " + level);
            }
            compressionLevel = level;
            return this;
        }

        /** Smaller requests are not compressed. The default is {@link #DEFAULT_COMPRESSION_THRESHOLD_BYTES}. */
        public Builder compressionThresholdBytes(int bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("compressionThresholdBytes is negative; " + bytes);
            }
            compressionThresholdBytes = bytes;
            return this;
        }

        /**
         * An answer that takes longer is a sign of overload: fewer and smaller requests follow. The default is
         * {@link #DEFAULT_SLOW_ANSWER}.
         */
        public Builder slowAnswer(Duration slowAnswer) {
            Objects.requireNonNull(slowAnswer, "slowAnswer");
            if (slowAnswer.isNegative() || slowAnswer.isZero()) {
                throw new IllegalArgumentException("slowAnswer is not positive; " + slowAnswer);
            }
            this.slowAnswer = slowAnswer;
            return this;
        }

        /** What is asked for each document. The default is {@link OperationType#CREATE}. */
        public Builder operationType(OperationType operationType) {
            this.operationType = Objects.requireNonNull(operationType, "operationType");
            return this;
        }

        /** Which shard a document goes to. The default is {@link Routing#ID}. */
        public Builder routing(Routing routing) {
            this.routing = Objects.requireNonNull(routing, "routing");
            return this;
        }

        /** The ingest pipeline that documents pass. The default is none. */
        public Builder ingestPipeline(String name) {
            Objects.requireNonNull(name, "name");
            if (name.isBlank()) {
                throw new IllegalArgumentException("the ingest pipeline's name is blank; leave it out for none");
            }
            ingestPipeline = name;
            return this;
        }

        /** Whether a target that is not an alias is refused. The default is false. */
        public Builder requireAlias(boolean requireAlias) {
            this.requireAlias = requireAlias;
            return this;
        }

        /**
         * Whether a document that the mapping refuses is sent once more with the refused field moved into
         * {@code ocsf_rejected}, as JSON text, before it is given up. The default is true.
         */
        public Builder repair(boolean repair) {
            this.repair = repair;
            return this;
        }

        /**
         * Whether settings under which an event that is written twice could be stored twice, or be altered, are refused. The
         * default is false: they are named in the log.
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        private BulkOptions options() {
            return new BulkOptions(
                    bulkBytes,
                    retryBudget,
                    slowAnswer,
                    Backoff.DEFAULT,
                    indexNaming,
                    documentIds,
                    operationType,
                    routing,
                    ingestPipeline,
                    requireAlias,
                    repair);
        }

        Builder timing(Timing timing) {
            this.timing = timing;
            return this;
        }

        /**
         * The sink. Sends nothing yet.
         *
         * @throws IllegalStateException where the options contradict each other, or are weaker than strict allows
         */
        public OpenSearchSink build() {
            return new OpenSearchSink(this);
        }
    }
}
