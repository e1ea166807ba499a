package org.ocsf4j.opensearch;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.sink.EventOutcome;

/**
 * One write: sends the batch's events in requests of bounded size until each has its outcome. Events that have to be sent again
 * wait at the head of the queue and go out with the next request.
 */
final class BulkDelivery {

    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_ERROR = 500;
    private static final int TRIES_BEFORE_HALVING = 3;

    private final Destination destination;
    private final Connection connection;
    private final BulkOptions options;
    private final Timing timing;
    private final BulkFormat format;

    private final BulkItems items;
    private final @Nullable EventOutcome[] outcomes;
    private final @Nullable ErrorDetail[] refusals;
    private final StubbornItems stubborn = new StubbornItems();

    /** Positions of events that have no outcome yet: {@code queue[head..queue.length)}. */
    private final int[] queue;

    private int head;

    /** The most bytes of this write's next requests; shrinks below what is remembered where even that is refused. */
    private int requestBytes;

    private int brokenRequests;
    private long storedBeforeBroken;
    private int failures;
    private boolean counting;
    private long deadline;

    BulkDelivery(Destination destination, BulkItems items, BulkFormat format) {
        this.destination = destination;
        this.items = items;
        this.format = format;
        connection = destination.connection;
        options = destination.options;
        timing = destination.timing;
        outcomes = new EventOutcome[items.count()];
        refusals = new ErrorDetail[items.count()];
        queue = sendable(items.indexes().positionsByIndex());
        requestBytes = Integer.MAX_VALUE;
    }

    List<EventOutcome> run() throws InterruptedException {
        while (head < queue.length) {
            awaitCircuit();
            Setback setback = attempt();
            if (setback != null) {
                waitAfter(setback);
            }
        }
        return Collections.unmodifiableList(Arrays.asList(allOutcomes()));
    }

    /** Waits while the destination turns everybody away. */
    private void awaitCircuit() throws InterruptedException {
        for (long now = timing.nanoTime(); ; now = timing.nanoTime()) {
            long wait = destination.circuit.nanosUntilTurn(now);
            if (wait == 0) {
                return;
            }
            count(now);
            if (deadline - now <= wait) {
                throw givenUp("the destination turns all requests away", null);
            }
            timing.sleepNanos(wait);
        }
    }

    /** Sends the next request and settles what its answer settles. */
    private @Nullable Setback attempt() throws InterruptedException {
        int end = endOfRequest(Math.min(requestBytes, destination.bulkSize.bytes()));
        int bytes = bytes(end);
        long opening = destination.circuit.opening();
        boolean reported = false;
        boolean busy = true;
        boolean overloaded = false;
        long ticket = 0;
        try {
            ticket = destination.concurrency.acquire();
            long start = timing.nanoTime();
            destination.requests.incrementAndGet();
            Exchange exchange = connection.send(format.request(items, queue, head, end, bytes));
            boolean slow = timing.nanoTime() - start > options.slowAnswer().toNanos();
            Setback setback = settle(exchange, end);
            if (setback == null || !setback.whole()) {
                destination.circuit.answered();
            } else {
                failures = destination.circuit.turnedAway(opening) - 1; // waits grow with everybody's failures
            }
            reported = true;
            busy = setback != null || slow;
            overloaded = slow || (setback != null && setback.overload());
            return setback;
        } finally {
            if (!reported) {
                destination.circuit.abandoned();
            }
            if (ticket != 0) {
                boolean alone = destination.concurrency.release(ticket, busy);
                if (overloaded && alone) {
                    destination.bulkSize.overloaded(bytes);
                } else if (!busy) {
                    destination.bulkSize.answered();
                }
            }
        }
    }

    /** Refuses what could harm the request that it is in or is larger than any request, and returns the rest. */
    private int[] sendable(int[] positions) {
        int kept = 0;
        for (int event : positions) {
            if (items.bytesAtMost(event) > OpenSearchSink.MAX_BULK_BYTES) {
                reject(
                        event,
                        0,
                        "document_too_large",
                        "the document is larger than a bulk request may be; " + items.length(event) + " bytes");
            } else if (items.hasLineFeed(event)) {
                reject(event, 0, "line_feed_in_document", "the document holds a raw line feed");
            } else {
                positions[kept++] = event;
            }
        }
        return Arrays.copyOf(positions, kept);
    }

    private int endOfRequest(int most) {
        int end = head;
        long bytes = 0;
        do {
            bytes += items.bytesAtMost(queue[end]);
            end++;
        } while (end < queue.length && bytes + items.bytesAtMost(queue[end]) <= most);
        return end;
    }

    private int bytes(int end) {
        int bytes = 0;
        for (int i = head; i < end; i++) {
            bytes += items.bytesAtMost(queue[i]);
        }
        return bytes;
    }

    private @Nullable Setback settle(Exchange exchange, int end) {
        if (exchange instanceof Exchange.Silence silence) {
            if (silence.tls()) {
                throw Refusals.tls(connection.name(), silence.cause());
            }
            boolean slow = silence.cause() instanceof SocketTimeoutException;
            return new Setback(Connection.describe(silence.cause()), true, slow, null, silence.cause());
        }
        Exchange.Answer answer = (Exchange.Answer) exchange;
        if (answer.status() == 200 || answer.status() == 201) {
            return settleItems(answer, end);
        }
        ErrorDetail error = ErrorReader.ofAnswer(answer.body());
        Verdict verdict = Verdict.ofAnswer(answer.status(), error.type());
        if (verdict == Verdict.CONFIGURATION) {
            throw Refusals.configuration(
                    connection.name(), answer.status(), error, items.indexes().name(queue[head]));
        }
        if (verdict == Verdict.TOO_LARGE) {
            settleTooLarge(answer.status(), error, end);
            return null;
        }
        if (answer.status() == INTERNAL_ERROR && isolated(error, end)) {
            return null;
        }
        return new Setback(
                "HTTP " + answer.status() + ' ' + error.forMessage(),
                true,
                answer.status() == TOO_MANY_REQUESTS,
                answer.retryAfter(),
                null);
    }

    /**
     * A request that breaks the destination again and again is halved, in this write only, until one document is left; that one
     * is treated as a stubborn item is. True where it was given up.
     */
    private boolean isolated(ErrorDetail error, int end) {
        long stored = destination.stored.get();
        if (brokenRequests == 0) {
            storedBeforeBroken = stored;
        }
        brokenRequests++;
        if (end - head > 1) {
            if (brokenRequests >= TRIES_BEFORE_HALVING) {
                requestBytes = bytes(end) / 2;
            }
            return false;
        }
        if (!stubborn.failed(queue[head], items.count(), stored, storedBeforeBroken)) {
            return false;
        }
        reject(queue[head], INTERNAL_ERROR, error);
        head = end;
        brokenRequests = 0;
        requestBytes = Integer.MAX_VALUE;
        return true;
    }

    private void settleTooLarge(int status, ErrorDetail error, int end) {
        if (end - head == 1) {
            reject(queue[head], status, "request_entity_too_large", error.forMessage());
            head = end;
            return;
        }
        int refusedBytes = bytes(end);
        destination.bulkSize.refused(refusedBytes);
        requestBytes = refusedBytes / 2;
    }

    private @Nullable Setback settleItems(Exchange.Answer answer, int end) {
        BulkAnswer answered = BulkAnswer.read(answer.body(), end - head);
        int[] again = new int[end - head];
        int sentAgain = 0;
        Setback setback = null;
        ConfigurationException refused = null;
        int storedHere = 0;
        for (int item = 0; item < again.length; item++) {
            int event = queue[head + item];
            int status = answered.status(item);
            ErrorDetail error = answered.error(item);
            Verdict verdict = Verdict.ofItem(status, error.type());
            if (verdict == Verdict.INDEXED || verdict == Verdict.ALREADY_PRESENT) {
                outcomes[event] = verdict == Verdict.INDEXED ? EventOutcome.INDEXED : EventOutcome.ALREADY_PRESENT;
                storedHere++;
                if (items.isRepaired(event)) {
                    destination.repaired.incrementAndGet();
                }
                continue;
            }
            destination.stored.addAndGet(storedHere);
            storedHere = 0;
            if (verdict.retryable() && !isStubborn(event, status, error)) {
                again[sentAgain++] = event;
                setback = itemSetback(status, error, answer.retryAfter(), setback);
            } else if (verdict == Verdict.CONFIGURATION) {
                refused = Refusals.configuration(
                        connection.name(), status, error, items.indexes().name(event));
            } else if (isRepaired(event, status, error)) {
                again[sentAgain++] = event;
            } else {
                reject(event, status, error);
            }
        }
        destination.stored.addAndGet(storedHere);
        if (refused != null) {
            throw refused;
        }
        head = end - sentAgain;
        System.arraycopy(again, 0, queue, head, sentAgain);
        return setback;
    }

    private boolean isStubborn(int event, int status, ErrorDetail error) {
        return status == INTERNAL_ERROR
                && !error.type().equals(Verdict.CLUSTER_BLOCK)
                && stubborn.failed(event, items.count(), destination.stored.get(), destination.stored.get());
    }

    private boolean isRepaired(int event, int status, ErrorDetail error) {
        if (!options.repair() || status != BAD_REQUEST || items.isRepaired(event)) {
            return false;
        }
        byte[] repaired = FieldRepair.moveAside(items.toBytes(event), error.reason());
        if (repaired == null) {
            return false;
        }
        items.replace(event, repaired);
        refusals[event] = error;
        return true;
    }

    private static Setback itemSetback(
            int status, ErrorDetail error, @Nullable Duration retryAfter, @Nullable Setback other) {
        String reason = status == BulkAnswer.UNKNOWN
                ? "an answer that is not whole"
                : "item with status " + status + ' ' + error.forMessage();
        boolean overload = status == TOO_MANY_REQUESTS || (other != null && other.overload());
        return new Setback(reason, false, overload, retryAfter, null);
    }

    /** With the first refusal where a repair was refused too: it names the cause. */
    private void reject(int event, int status, ErrorDetail error) {
        ErrorDetail first = refusals[event];
        ErrorDetail cause = first == null ? error : first;
        reject(event, status, cause.type().isEmpty() ? "http_" + status : cause.type(), cause.reason());
    }

    private void reject(int event, int status, String type, String reason) {
        outcomes[event] = new EventOutcome.Rejected(
                status, type, reason, items.indexes().name(event), items.ids().id(event));
    }

    /** The budget counts from the first failure on. */
    private void count(long now) {
        if (!counting) {
            counting = true;
            deadline = now + options.retryBudget().toNanos();
        }
    }

    /** Waits before the next attempt, or gives up where the budget does not allow one. */
    private void waitAfter(Setback setback) throws InterruptedException {
        long now = timing.nanoTime();
        count(now);
        failures++;
        Duration wait = options.backoff().delay(failures, timing.random());
        Duration asked = setback.retryAfter();
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        if (setback.whole()) {
            destination.circuit.openUntil(now + wait.toNanos());
        }
        if (deadline - now <= wait.toNanos()) {
            throw givenUp("the last one: " + setback.reason(), setback.cause());
        }
        destination.retries.incrementAndGet();
        timing.sleepNanos(wait.toNanos());
    }

    private UnavailableException givenUp(String reason, @Nullable Throwable cause) {
        return new UnavailableException(
                "[" + connection.name() + "] events could not be stored within " + options.retryBudget() + "; "
                        + (queue.length - head) + " of " + items.count() + " events open after " + failures
                        + " failed requests, " + reason + "; write the batch again later",
                cause);
    }

    /**
     * Why events have to be sent again.
     *
     * @param whole whether the request as a whole was turned away or not answered
     * @param overload whether less should be sent at a time
     * @param retryAfter how long the destination asks to be left alone, where it does
     */
    private record Setback(
            String reason, boolean whole, boolean overload, @Nullable Duration retryAfter, @Nullable Throwable cause) {}

    private EventOutcome[] allOutcomes() {
        EventOutcome[] all = new EventOutcome[outcomes.length];
        for (int i = 0; i < all.length; i++) {
            EventOutcome outcome = outcomes[i];
            if (outcome == null) {
                throw new IllegalStateException("event " + i + " has no outcome");
            }
            all[i] = outcome;
        }
        return all;
    }
}
