package org.ocsf4j.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;
import org.ocsf4j.sink.EventOutcome;

/**
 * The books of one object: what was read, and what became of it. Rows are entered by the reading thread and settled by the
 * writing ones; thread-safe.
 */
final class ObjectLedger {

    private final ObjectIdentity object;
    private final Map<OcsfClass, Column> columns = new LinkedHashMap<>();

    private long lastRow = -1;
    private @Nullable EventClass lastClass;
    private Column lastColumn = new Column();

    /** Counters of one class; mutable twin of {@link SettlementCounts}. */
    private static final class Column {
        private long read;
        private long indexed;
        private long alreadyPresent;
        private long deadLettered;
        private long filtered;

        SettlementCounts counts() {
            return new SettlementCounts(read, indexed, alreadyPresent, deadLettered, filtered);
        }
    }

    ObjectLedger(ObjectIdentity object) {
        this.object = object;
    }

    /** Enters a batch as read. A row that comes twice or out of order is a decoder's error and must not pass. */
    synchronized void enterRead(EventBatch batch) {
        for (int i = 0; i < batch.count(); i++) {
            long row = batch.row(i);
            if (row <= lastRow) {
                throw new CorruptObjectException(
                        "[" + object.location() + "] rows are out of order; row " + row + " follows row " + lastRow);
            }
            lastRow = row;
            column(batch.eventClass(i)).read++;
        }
    }

    /** Enters rows that a rule dropped. They carry no class: the object's first one stands for them. */
    synchronized void enterFiltered(long rows) {
        if (rows > 0) {
            Column column = columns.isEmpty()
                    ? column(EventClass.UNKNOWN)
                    : columns.values().iterator().next();
            column.read += rows;
            column.filtered += rows;
        }
    }

    /** Enters the outcomes of a batch; its rejected events are in the dead letters by now. */
    synchronized void enterOutcomes(EventBatch batch, List<EventOutcome> outcomes) {
        for (int i = 0; i < batch.count(); i++) {
            EventOutcome outcome = outcomes.get(i);
            Column column = column(batch.eventClass(i));
            if (outcome instanceof EventOutcome.Indexed) {
                column.indexed++;
            } else if (outcome instanceof EventOutcome.AlreadyPresent) {
                column.alreadyPresent++;
            } else if (outcome instanceof EventOutcome.Filtered) {
                column.filtered++;
            } else {
                column.deadLettered++;
            }
        }
    }

    /** The row behind the last one that was read. */
    synchronized long nextRow() {
        return lastRow + 1;
    }

    synchronized Map<OcsfClass, SettlementCounts> classes() {
        Map<OcsfClass, SettlementCounts> counts = new LinkedHashMap<>();
        columns.forEach((c, column) -> counts.put(c, column.counts()));
        return counts;
    }

    synchronized SettlementCounts total() {
        SettlementCounts total = SettlementCounts.NONE;
        for (Column column : columns.values()) {
            total = total.plus(column.counts());
        }
        return total;
    }

    @SuppressWarnings(
            "ReferenceEquality") // decoders hand out one instance for equal classes; a miss only costs a look-up
    private Column column(EventClass eventClass) {
        if (eventClass != lastClass) {
            lastColumn = columns.computeIfAbsent(OcsfClasses.orUnknown(eventClass), c -> new Column());
            lastClass = eventClass;
        }
        return lastColumn;
    }
}
