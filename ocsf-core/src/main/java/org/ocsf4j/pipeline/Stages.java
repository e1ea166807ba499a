package org.ocsf4j.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.stage.EventChanges;
import org.ocsf4j.stage.EventStage;

/** The stages between decoder and sink, in their order. Thread-safe as they are. */
final class Stages {

    private final List<EventStage> stages;
    private final EventSink sink;

    Stages(List<EventStage> stages, EventSink sink) {
        this.stages = List.copyOf(stages);
        this.sink = sink;
    }

    /**
     * What the stages left of a batch.
     *
     * @param events what goes to the sink
     * @param positions where each of them is in the batch as it was read; null where all are where they were
     * @param decided by position in the batch as it was read, what a stage decided about it; null for those that go on
     * @param refused the refused ones among them, as they were when they were refused
     */
    record Staged(
            EventBatch events,
            @Nullable List<Integer> positions,
            List<@Nullable EventOutcome> decided,
            List<Refused> refused) {

        /** The outcomes of all events, out of those of the ones that went to the sink. */
        List<EventOutcome> merge(List<EventOutcome> sent) {
            if (positions == null) {
                return sent;
            }
            List<EventOutcome> all = new ArrayList<>(decided.size());
            int next = 0;
            for (EventOutcome outcome : decided) {
                all.add(outcome == null ? sent.get(next++) : outcome);
            }
            return all;
        }
    }

    /** An event that a stage refused; with its index and id where the sink can tell them. */
    record Refused(EncodedEvent event, EventOutcome.Rejected outcome) {}

    Staged apply(EventBatch batch) {
        EventBatch events = batch;
        List<Integer> positions = null;
        List<@Nullable EventOutcome> decided = List.of();
        List<Refused> refused = List.of();
        for (EventStage stage : stages) {
            EventChanges changes = new EventChanges(events.count());
            stage.process(events, changes);
            if (changes.isEmpty()) {
                continue;
            }
            if (positions == null) {
                positions = new ArrayList<>();
                decided = new ArrayList<>();
                refused = new ArrayList<>();
                for (int i = 0; i < events.count(); i++) {
                    positions.add(i);
                    decided.add(null);
                }
            }
            EventBatch rest = new EventBatch(Math.max(1, events.sizeBytes()), Math.max(1, events.count()));
            rest.clear(events.object());
            rest.ensureRoom(0, (int) Math.min(Integer.MAX_VALUE / 2, changes.sizeBytes(events)));
            List<Integer> remaining = new ArrayList<>();
            for (int i = 0; i < events.count(); i++) {
                EventOutcome outcome = changes.outcome(i);
                if (outcome == null) {
                    changes.copy(events, i, rest);
                    remaining.add(positions.get(i));
                } else if (outcome instanceof EventOutcome.Rejected rejected) {
                    EventOutcome.Rejected addressed = sink.addressed(events, i, rejected);
                    refused.add(new Refused(events.event(i), addressed));
                    decided.set(positions.get(i), addressed);
                } else {
                    decided.set(positions.get(i), outcome);
                }
            }
            events = rest;
            positions = remaining;
        }
        return new Staged(events, positions, decided, refused);
    }
}
