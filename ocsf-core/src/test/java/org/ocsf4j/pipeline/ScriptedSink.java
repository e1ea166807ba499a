package org.ocsf4j.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.LongFunction;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

/** Documents in memory, by id. The script says which rows are refused and what happens before a batch is written. */
final class ScriptedSink implements EventSink {

    static final EventOutcome REFUSED = new EventOutcome.Rejected(400, "mapper_parsing_exception", "no", "i", "id");

    /** Every row that is stored, as {@code key@eTag-row}. */
    final Set<String> documents = new ConcurrentSkipListSet<>();

    volatile Step before = batch -> {};
    /** The outcome of a row that is not simply stored. */
    volatile LongFunction<Verdict> verdict = row -> Verdict.STORE;

    enum Verdict {
        STORE,
        REFUSE
    }

    /** What happens before a batch is written. */
    interface Step {
        void run(EventBatch batch) throws InterruptedException;
    }

    void refuseBelow(long rows) {
        verdict = row -> row < rows ? Verdict.REFUSE : Verdict.STORE;
    }

    /** Stores rows that a run before this one delivered. */
    void store(String key, String eTag, long row) {
        documents.add(name(key, eTag, row));
    }

    static String name(String key, String eTag, long row) {
        return key + "@" + eTag + "-" + row;
    }

    @Override
    public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
        before.run(batch);
        ObjectIdentity object = batch.object();
        List<EventOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < batch.count(); i++) {
            outcomes.add(outcome(name(object.location().key(), object.eTag(), batch.row(i)), batch.row(i)));
        }
        return outcomes;
    }

    private EventOutcome outcome(String name, long row) {
        if (verdict.apply(row) == Verdict.REFUSE) {
            return REFUSED;
        }
        return documents.add(name) ? EventOutcome.INDEXED : EventOutcome.ALREADY_PRESENT;
    }
}
