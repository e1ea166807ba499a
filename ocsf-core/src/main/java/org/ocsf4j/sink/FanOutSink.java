package org.ocsf4j.sink;

import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.event.EventBatch;

/**
 * Brings every event to each of several sinks, one after the other. An event is settled when all have settled it: it is rejected
 * where one of them rejects it, indexed where at least one stores it now, filtered where all filter it. Where a sink throws, the
 * batch is not settled and is written to all again.
 *
 * <p>Thread-safe as its sinks are. Closes none of them: who made them does.
 */
public final class FanOutSink implements EventSink {

    private final List<EventSink> sinks;

    private FanOutSink(List<EventSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    /** A sink over these, in this order; at least one. */
    public static FanOutSink of(EventSink... sinks) {
        if (sinks.length == 0) {
            throw new IllegalArgumentException("there is no sink to write to; give at least one");
        }
        return new FanOutSink(List.of(sinks));
    }

    @Override
    public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
        List<EventOutcome> together = sinks.get(0).write(batch);
        for (EventSink sink : sinks.subList(1, sinks.size())) {
            List<EventOutcome> more = sink.write(batch);
            if (more.size() != together.size()) {
                return more; // the pipeline tells the sink's defect
            }
            List<EventOutcome> merged = new ArrayList<>(more.size());
            for (int i = 0; i < more.size(); i++) {
                merged.add(weight(more.get(i)) > weight(together.get(i)) ? more.get(i) : together.get(i));
            }
            together = merged;
        }
        return together;
    }

    private static int weight(EventOutcome outcome) {
        if (outcome instanceof EventOutcome.Rejected) {
            return 3;
        }
        return outcome instanceof EventOutcome.Indexed ? 2 : outcome instanceof EventOutcome.AlreadyPresent ? 1 : 0;
    }

    /** As the first sink would write it. */
    @Override
    public EventOutcome.Rejected addressed(EventBatch batch, int event, EventOutcome.Rejected refusal) {
        return sinks.get(0).addressed(batch, event, refusal);
    }

    @Override
    public boolean isReady() {
        for (EventSink sink : sinks) {
            if (!sink.isReady()) {
                return false;
            }
        }
        return true;
    }
}
