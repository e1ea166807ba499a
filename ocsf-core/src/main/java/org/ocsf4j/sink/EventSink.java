package org.ocsf4j.sink;

import java.util.List;
import org.ocsf4j.event.EventBatch;

/**
 * Where events go. Thread-safe: several batches, also of one object, are written at a time.
 *
 * <p>The same event may be written again after a crash or a redelivery. A sink that stores under
 * {@link org.ocsf4j.object.ObjectIdentity#documentIdPrefix()} and the row makes that harmless.
 */
public interface EventSink extends AutoCloseable {

    /**
     * Delivers a batch and returns, by position, what became of each event. Returns only when every event's outcome is
     * final; retries are the sink's own. The batch is the sink's until it returns.
     *
     * @throws org.ocsf4j.failure.UnavailableException where the destination stayed unreachable or busy; some events may have
     *     been stored, and writing the batch again later settles them
     * @throws org.ocsf4j.failure.ConfigurationException where the destination refuses us rather than the events
     */
    List<EventOutcome> write(EventBatch batch) throws InterruptedException;

    /**
     * Whether there is a point in bringing events now. While the destination turns everything away this is false, and the
     * pipeline receives nothing that it could only hold; a write would wait. True again in time for somebody to try. Quick.
     */
    default boolean isReady() {
        return true;
    }

    /**
     * The refusal of an event that was not brought here, with the index and id that it would have been written under, so that
     * its dead letter can be driven again. A sink that has neither returns the refusal as it is.
     */
    default EventOutcome.Rejected addressed(EventBatch batch, int event, EventOutcome.Rejected refusal) {
        return refusal;
    }

    /** Releases what the sink itself opened. */
    @Override
    default void close() {}
}
