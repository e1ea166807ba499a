package org.ocsf4j.opensearch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.sink.EventOutcome;

/**
 * One write: sends the batch's events in requests of bounded size until each has its outcome. Events that have to be sent again
 * wait at the head of the queue and go out with the next request.
 */
final class BulkDelivery {

    private final Connection connection;
    private final BulkOptions options;
    private final Timing timing;
    private final ConcurrencyLimit concurrency;
    private final BulkSize bulkSize;

    private final EventBatch batch;
    private final EventIndexes indexes;
    private final EventIds ids;
    private final @Nullable EventOutcome[] outcomes;

    /** Positions of events that have no outcome yet: {@code queue[head..queue.length)}. */
    private final int[] queue;

    private int head;

    /** The most bytes of this write's next requests; shrinks below what is remembered where even that is refused. */
    private int requestBytes;

    private int failures;
    private long deadline;

    BulkDelivery(
            Connection connection,
            BulkOptions options,
            Timing timing,
            ConcurrencyLimit concurrency,
            BulkSize bulkSize,
            EventBatch batch) {
        this.connection = connection;
        this.options = options;
        this.timing = timing;
        this.concurrency = concurrency;
        this.bulkSize = bulkSize;
        this.batch = batch;
        indexes = new EventIndexes(batch, options.naming());
        ids = new EventIds(batch, options.ids());
        outcomes = new EventOutcome[batch.count()];
        queue = sendable(indexes.positionsByIndex());
        requestBytes = bulkSize.bytes();
    }

    List<EventOutcome> run() throws InterruptedException {
        while (head < queue.length) {
            Setback setback = attempt();
            if (setback != null) {
                waitAfter(setback);
            }
        }
        return Collections.unmodifiableList(Arrays.asList(allOutcomes()));
    }

    /** Sends the next request and settles what its answer settles. */
    private @Nullable Setback attempt() throws InterruptedException {
        requestBytes = Math.min(requestBytes, bulkSize.bytes());
        int end = endOfRequest();
        BulkRequest request = new BulkRequest(batch, indexes, ids, queue, head, end, connection.compresses());
        long ticket = concurrency.acquire();
        Setback setback = null;
        try {
            setback = settle(connection.send(request), end);
            return setback;
        } finally {
            concurrency.release(ticket, setback != null);
        }
    }

    /** Refuses what could harm the request that it is in or is larger than any request, and returns the rest. */
    private int[] sendable(int[] positions) {
        int kept = 0;
        for (int event : positions) {
            if (BulkRequest.bytesAtMost(batch, indexes, event) > OpenSearchSink.MAX_BULK_BYTES) {
                reject(
                        event,
                        0,
                        "document_too_large",
                        "the document is larger than a bulk request may be; " + batch.length(event) + " bytes");
            } else if (LineFeeds.isIn(batch.buffer(), batch.offset(event), batch.length(event))) {
                reject(event, 0, "line_feed_in_document", "the document holds a raw line feed");
            } else {
                positions[kept++] = event;
            }
        }
        return Arrays.copyOf(positions, kept);
    }

    private int endOfRequest() {
        int end = head;
        long bytes = 0;
        do {
            bytes += BulkRequest.bytesAtMost(batch, indexes, queue[end]);
            end++;
        } while (end < queue.length && bytes + BulkRequest.bytesAtMost(batch, indexes, queue[end]) <= requestBytes);
        return end;
    }

    private @Nullable Setback settle(Exchange exchange, int end) {
        if (exchange instanceof Exchange.Silence silence) {
            if (silence.tls()) {
                throw Refusals.tls(connection.name(), silence.cause());
            }
            return new Setback(Connection.describe(silence.cause()), null, silence.cause());
        }
        Exchange.Answer answer = (Exchange.Answer) exchange;
        if (answer.status() == 200 || answer.status() == 201) {
            return settleItems(answer, end);
        }
        ErrorDetail error = ErrorReader.ofAnswer(answer.body());
        Verdict verdict = Verdict.ofAnswer(answer.status(), error.type());
        if (verdict == Verdict.CONFIGURATION) {
            throw Refusals.configuration(connection.name(), answer.status(), error, indexes.name(queue[head]));
        }
        if (verdict == Verdict.TOO_LARGE) {
            settleTooLarge(answer.status(), error, end);
            return null;
        }
        return new Setback("HTTP " + answer.status() + ' ' + error.forMessage(), answer.retryAfter(), null);
    }

    private void settleTooLarge(int status, ErrorDetail error, int end) {
        if (end - head == 1) {
            reject(queue[head], status, "request_entity_too_large", error.forMessage());
            head = end;
            return;
        }
        int refusedBytes = 0;
        for (int i = head; i < end; i++) {
            refusedBytes += BulkRequest.bytesAtMost(batch, indexes, queue[i]);
        }
        bulkSize.refused(refusedBytes);
        requestBytes = refusedBytes / 2;
    }

    private @Nullable Setback settleItems(Exchange.Answer answer, int end) {
        BulkAnswer items = BulkAnswer.read(answer.body(), end - head);
        int[] again = new int[end - head];
        int waiting = 0;
        String waitingFor = "";
        ConfigurationException refused = null;
        for (int item = 0; item < again.length; item++) {
            int event = queue[head + item];
            int status = items.status(item);
            ErrorDetail error = items.error(item);
            Verdict verdict = Verdict.ofItem(status, error.type());
            if (verdict == Verdict.INDEXED) {
                outcomes[event] = EventOutcome.INDEXED;
            } else if (verdict == Verdict.ALREADY_PRESENT) {
                outcomes[event] = EventOutcome.ALREADY_PRESENT;
            } else if (verdict.retryable()) {
                again[waiting++] = event;
                waitingFor = status == BulkAnswer.UNKNOWN
                        ? "an answer that is not whole"
                        : "item with status " + status + ' ' + error.forMessage();
            } else if (verdict == Verdict.CONFIGURATION) {
                refused = Refusals.configuration(connection.name(), status, error, indexes.name(event));
            } else {
                reject(event, status, error.type().isEmpty() ? "http_" + status : error.type(), error.reason());
            }
        }
        if (refused != null) {
            throw refused;
        }
        head = end - waiting;
        System.arraycopy(again, 0, queue, head, waiting);
        return waiting == 0 ? null : new Setback(waitingFor, answer.retryAfter(), null);
    }

    private void reject(int event, int status, String type, String reason) {
        outcomes[event] = new EventOutcome.Rejected(status, type, reason, indexes.name(event), ids.id(event));
    }

    /** Waits before the next attempt, or gives up where the budget does not allow one. */
    private void waitAfter(Setback setback) throws InterruptedException {
        long now = timing.nanoTime();
        if (failures == 0) {
            deadline = now + options.retryBudget().toNanos();
        }
        failures++;
        Duration wait = options.backoff().delay(failures, timing.random());
        Duration asked = setback.retryAfter();
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        if (deadline - now <= wait.toNanos()) {
            throw new UnavailableException(
                    "[" + connection.name() + "] events could not be stored within " + options.retryBudget() + "; "
                            + (queue.length - head) + " of " + batch.count() + " events open after " + failures
                            + " failed requests, the last one: " + setback.reason()
                            + "; write the batch again later",
                    setback.cause());
        }
        timing.sleepNanos(wait.toNanos());
    }

    /**
     * Why events have to be sent again.
     *
     * @param retryAfter how long the destination asks to be left alone, where it does
     */
    private record Setback(String reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {}

    private EventOutcome[] allOutcomes() {
        EventOutcome[] all = new EventOutcome[outcomes.length];
        for (int i = 0; i < all.length; i++) {
            EventOutcome outcome = outcomes[i];
            if (outcome == null) {
                throw new IllegalStateException("event " + i + " of " + batch + " has no outcome");
            }
            all[i] = outcome;
        }
        return all;
    }
}
