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

/** Brings the batches of one object to their end: sink, dead letters, ledger, in this order. Thread-safe. */
final class BatchSettler {

    private final EventSink sink;
    private final DeadLetterSink deadLetters;
    private final PipelineObserver observer;
    private final Clock clock;
    private final ObjectLedger ledger;
    private final TripWire tripWire;
    private final int attempt;

    BatchSettler(
            EventSink sink,
            DeadLetterSink deadLetters,
            PipelineObserver observer,
            Clock clock,
            ObjectLedger ledger,
            TripWire tripWire,
            int attempt) {
        this.sink = sink;
        this.deadLetters = deadLetters;
        this.observer = observer;
        this.clock = clock;
        this.ledger = ledger;
        this.tripWire = tripWire;
        this.attempt = attempt;
    }

    void settle(EventBatch batch) throws InterruptedException {
        List<EventOutcome> outcomes = sink.write(batch);
        int given = given(outcomes);
        if (outcomes.size() != batch.count() || given != batch.count()) {
            throw new ConfigurationException("[" + batch.object().location()
                    + "] the sink must return one outcome for each event; " + given + " for " + batch.count()
                    + "; mend the sink " + sink.getClass().getName());
        }
        List<DeadLetter> letters = letters(batch, outcomes);
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

    private List<DeadLetter> letters(EventBatch batch, List<EventOutcome> outcomes) {
        List<DeadLetter> letters = new ArrayList<>();
        for (int i = 0; i < batch.count(); i++) {
            if (outcomes.get(i) instanceof EventOutcome.Rejected rejected) {
                letters.add(letter(batch, batch.event(i), rejected));
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
