package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;

class ObjectLedgerTest {

    private static final EventClass DNS = new EventClass("1.1.0", 4003L);
    private static final EventClass HOSTILE = new EventClass("9.9.9", -1L);

    private final ObjectIdentity object = new ObjectIdentity(new ObjectLocation("lake", "k"), "e1");
    private final ObjectLedger ledger = new ObjectLedger(object);

    @Test
    void isNotSettledBeforeEveryRowHasItsOutcome() {
        EventBatch batch = batch(0, DNS, DNS, DNS);
        ledger.enterRead(batch);
        assertThat(ledger.total()).isEqualTo(new SettlementCounts(3, 0, 0, 0, 0));
        assertThat(ledger.total().isSettled()).isFalse();

        ledger.enterOutcomes(batch, List.of(INDEXED, ALREADY_PRESENT, ScriptedSink.REFUSED));
        assertThat(ledger.total()).isEqualTo(new SettlementCounts(3, 1, 1, 1, 0));
        assertThat(ledger.total().isSettled()).isTrue();
    }

    @Test
    void keepsItsBooksByClassAndGathersWhatNobodyKnows() {
        EventBatch batch = batch(0, DNS, HOSTILE, EventClass.UNKNOWN, new EventClass("1.1.0", 4003L));
        ledger.enterRead(batch);
        ledger.enterOutcomes(batch, List.of(INDEXED, INDEXED, ALREADY_PRESENT, INDEXED));

        OcsfClass dns = OcsfClasses.orUnknown(DNS);
        assertThat(dns).isNotEqualTo(OcsfClasses.UNKNOWN);
        assertThat(ledger.classes())
                .isEqualTo(Map.of(
                        dns,
                        new SettlementCounts(2, 2, 0, 0, 0),
                        OcsfClasses.UNKNOWN,
                        new SettlementCounts(2, 1, 1, 0, 0)));
    }

    @Test
    void filteredRowsAreReadAndSettled() {
        ledger.enterFiltered(4);

        assertThat(ledger.total()).isEqualTo(new SettlementCounts(4, 0, 0, 0, 4));
        assertThat(ledger.total().isSettled()).isTrue();
    }

    @Test
    void aRowThatComesAgainInALaterBatchIsRefused() {
        ledger.enterRead(batch(0, DNS, DNS));

        assertThatThrownBy(() -> ledger.enterRead(batch(1, DNS)))
                .isInstanceOf(CorruptObjectException.class)
                .hasMessageContaining("row 1 follows row 1")
                .hasMessageContaining("s3://lake/k");
    }

    @Test
    void rowsMayBeSkipped() {
        ledger.enterRead(batch(0, DNS));
        ledger.enterRead(batch(Long.MAX_VALUE, DNS));

        assertThat(ledger.total().read()).isEqualTo(2);
    }

    private EventBatch batch(long firstRow, EventClass... classes) {
        EventBatch batch = new EventBatch(1000, 100);
        batch.clear(object);
        for (int i = 0; i < classes.length; i++) {
            batch.append("{}".getBytes(StandardCharsets.UTF_8), firstRow + i, classes[i], EventBatch.NO_TIME);
        }
        return batch;
    }
}
