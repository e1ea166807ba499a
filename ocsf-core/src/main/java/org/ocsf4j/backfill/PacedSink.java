package org.ocsf4j.backfill;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

/**
 * Hands batches to a sink no faster than so many documents a second, on the average: a batch pays with the time behind it. A wait
 * ends with the thread's interrupt. Thread-safe as the sink is. Does not close it: who made it does.
 */
public final class PacedSink implements EventSink {

    private final EventSink sink;
    private final Pace pace; // guarded by itself

    /**
     * A cap on {@code sink}.
     *
     * @param documentsPerSecond above 0; infinity is no cap
     */
    public PacedSink(EventSink sink, double documentsPerSecond) {
        this.sink = Objects.requireNonNull(sink, "sink");
        pace = new Pace(documentsPerSecond);
    }

    @Override
    public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(turn(batch.count()));
        return sink.write(batch);
    }

    /** Takes a place behind those who came before; returns how far off it is, in nanoseconds. */
    private long turn(int documents) {
        synchronized (pace) {
            long now = System.nanoTime();
            long wait = pace.waitNanos(now);
            pace.take(documents, now);
            return wait;
        }
    }

    @Override
    public boolean isReady() {
        return sink.isReady();
    }

    @Override
    public EventOutcome.Rejected addressed(EventBatch batch, int event, EventOutcome.Rejected refusal) {
        return sink.addressed(batch, event, refusal);
    }
}
