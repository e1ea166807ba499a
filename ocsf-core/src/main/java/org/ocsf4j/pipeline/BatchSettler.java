package org.ocsf4j.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

/** Brings the batches of one object to their end: stages, sink, dead letters, ledger, in this order. Thread-safe. */
final class BatchSettler {

    private final Stages stages;
    private final EventSink sink;
    private final DeadLetterSink deadLetters;
    private final PipelineObserver observer;
    private final Clock clock;
    private final ObjectLedger ledger;
    private final TripWire tripWire;
    private final int attempt;

    BatchSettler(
            Stages stages,
            EventSink sink,
            DeadLetterSink deadLetters,
            PipelineObserver observer,
            Clock clock,
            ObjectLedger ledger,
            TripWire tripWire,
            int attempt) {
        this.stages = stages;
        this.sink = sink;
        this.deadLetters = deadLetters;
        this.observer = observer;
        this.clock = clock;
        this.ledger = ledger;
        this.tripWire = tripWire;
        this.attempt = attempt;
    }

    void settle(EventBatch batch) throws InterruptedException {
        Stages.Staged staged = stages.apply(batch);
        EventBatch events = staged.events();
        List<EventOutcome> sent = events.isEmpty() ? List.of() : sink.write(events);
        int given = given(sent);
        if (sent.size() != events.count() || given != events.count()) {
            throw new ConfigurationException("[" + batch.object().location()
                    + "] the sink must return one outcome for each event; " + given + " for " + events.count()
                    + "; mend the sink " + sink.getClass().getName());
        }
        List<EventOutcome> outcomes = staged.merge(sent);
        List<DeadLetter> letters = letters(staged, sent);
        if (!letters.isEmpty()) {
            tripWire.refused(letters.size(), letters.get(0));
            deadLetters.write(letters);
            observer.eventsDeadLettered(List.copyOf(letters));
        }
        ledger.enterOutcomes(batch, outcomes);
        observer.batchSettled(batch.object(), counts(outcomes));
    }

    /** An absent outcome must not pass for a refusal that nobody has written down. */
    private static int given(List<EventOutcome> outcomes) {
        int given = 0;
        for (EventOutcome outcome : outcomes) {
            if (outcome != null) {
                given++;
            }
        }
        return given;
    }

    private List<DeadLetter> letters(Stages.Staged staged, List<EventOutcome> sent) {
        EventBatch events = staged.events();
        List<DeadLetter> letters = new ArrayList<>();
        for (Stages.Refused refused : staged.refused()) {
            letters.add(letter(events, refused.event(), refused.outcome()));
        }
        for (int i = 0; i < events.count(); i++) {
            if (sent.get(i) instanceof EventOutcome.Rejected rejected) {
                letters.add(letter(events, events.event(i), rejected));
            }
        }
        return letters;
    }

    private DeadLetter letter(EventBatch batch, EncodedEvent event, EventOutcome.Rejected rejected) {
        return new DeadLetter(
                batch.object().location(),
                batch.object().eTag(),
                event.row(),
                rejected.status(),
                rejected.errorType(),
                rejected.reason(),
                rejected.index(),
                rejected.id(),
                event.toBytes(),
                attempt,
                clock.instant());
    }

    private static SettlementCounts counts(List<EventOutcome> outcomes) {
        long indexed = 0;
        long present = 0;
        long filtered = 0;
        for (EventOutcome outcome : outcomes) {
            if (outcome instanceof EventOutcome.Indexed) {
                indexed++;
            } else if (outcome instanceof EventOutcome.AlreadyPresent) {
                present++;
            } else if (outcome instanceof EventOutcome.Filtered) {
                filtered++;
            }
        }
        long total = outcomes.size();
        return new SettlementCounts(total, indexed, present, total - indexed - present - filtered, filtered);
    }
}
