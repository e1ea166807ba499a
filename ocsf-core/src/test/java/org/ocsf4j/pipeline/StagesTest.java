package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.stage.EventChanges;
import org.ocsf4j.stage.EventStage;

final class StagesTest {

    private static final EventClass FLOW = new EventClass("1.1.0", 4001L);

    private final Scene scene = new Scene();
    private final Queue<String> written = new ConcurrentLinkedQueue<>();

    @Test
    void droppedAndRefusedRowsNeverReachTheSinkAndAreSettled() throws InterruptedException {
        ObjectReport report = process(10, everyRow((batch, i, row, changes) -> {
            if (row % 3 == 1) {
                changes.drop(i);
            } else if (row == 5) {
                changes.refuse(i, "too_odd", "it is 5");
            }
        }));

        assertThat(report.state()).isEqualTo(ObjectReport.State.SETTLED);
        assertThat(report.counts()).isEqualTo(new SettlementCounts(10, 6, 0, 1, 3));
        assertThat(written).containsExactlyInAnyOrder("0", "2", "3", "6", "8", "9");
        DeadLetter letter = scene.deadLetters.letters.get(0);
        assertThat(letter.row()).isEqualTo(5);
        assertThat(letter.status()).isZero();
        assertThat(letter.errorType()).isEqualTo("too_odd");
        assertThat(letter.index()).isEqualTo("index-of-?/?");
        assertThat(letter.id()).isEqualTo("id-of-5");
    }

    @Test
    void aRowKeepsItsOrdinalWhateverTakesItsPlace() throws InterruptedException {
        ObjectReport report = process(4, everyRow((batch, i, row, changes) -> {
            if (row == 2) {
                changes.replace(i, bytes("{\"row\":\"two\"}"), FLOW, 7);
            }
        }));

        assertThat(report.counts()).isEqualTo(new SettlementCounts(4, 4, 0, 0, 0));
        assertThat(written).containsExactlyInAnyOrder("0", "1", "2 1.1.0/4001 7 {\"row\":\"two\"}", "3");
    }

    @Test
    void aStageSeesWhatTheOneBeforeLeftAndALetterHoldsIt() throws InterruptedException {
        EventStage first = everyRow((batch, i, row, changes) -> {
            if (row == 0) {
                changes.drop(i);
            } else {
                changes.replace(i, bytes("{\"row\":" + row * 10 + "}"), FLOW, row);
            }
        });
        EventStage second = everyRow((batch, i, row, changes) -> {
            if (batch.event(i).toString().equals("{\"row\":20}")) {
                changes.refuse(i, "twenty", "no");
            }
        });
        scene.sink.refuseBelow(2);

        ObjectReport report = process(3, first, second);

        assertThat(report.counts()).isEqualTo(new SettlementCounts(3, 0, 0, 2, 1));
        assertThat(scene.deadLetters.letters)
                .extracting(letter -> letter.errorType() + " " + letter.row() + " " + text(letter.document()))
                .containsExactlyInAnyOrder("twenty 2 {\"row\":20}", "mapper_parsing_exception 1 {\"row\":10}");
        assertThat(scene.deadLetters.letters)
                .filteredOn(letter -> letter.errorType().equals("twenty"))
                .extracting(DeadLetter::index)
                .containsExactly("index-of-1.1.0/4001");
    }

    @Test
    void nothingOfAnObjectIsAcknowledgedWhereAStageCannotTell() throws InterruptedException {
        ObjectReport report = process(3, (batch, changes) -> {
            throw new IllegalStateException("cannot tell");
        });

        assertThat(report.state()).isEqualTo(ObjectReport.State.UNSETTLED);
        assertThat(written).isEmpty();
    }

    @Test
    void stagesThatRefuseNearlyEverythingStopTheRun() throws InterruptedException {
        ObjectReport report = process(1000, everyRow((batch, i, row, changes) -> changes.refuse(i, "all", "no")));

        assertThat(report.state()).isEqualTo(ObjectReport.State.UNSETTLED);
        assertThat(String.valueOf(report.failure())).contains("too many rows are refused");
        assertThat(scene.deadLetters.letters).hasSizeLessThan(1000);
    }

    /** What a test's stage does with one row. */
    private interface Row {
        void process(EventBatch batch, int i, long row, EventChanges changes);
    }

    private static EventStage everyRow(Row rows) {
        return (batch, changes) -> {
            for (int i = 0; i < batch.count(); i++) {
                rows.process(batch, i, batch.row(i), changes);
            }
        };
    }

    private ObjectReport process(int rows, EventStage... stages) throws InterruptedException {
        scene.lake.put("k", ScriptedObject.of(rows));
        OcsfPipeline.Builder parts = scene.parts().sink(new Writing());
        for (EventStage stage : stages) {
            parts.stage(stage);
        }
        try (OcsfPipeline pipeline = parts.build()) {
            return pipeline.process(ScriptedLake.notification("k"));
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] json) {
        return json == null ? "" : new String(json, StandardCharsets.UTF_8);
    }

    /** Notes what is brought: the row, and for altered events all else. */
    private final class Writing implements EventSink {

        @Override
        public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
            for (int i = 0; i < batch.count(); i++) {
                boolean altered = batch.eventClass(i).equals(FLOW);
                written.add(batch.row(i)
                        + (altered
                                ? " " + batch.eventClass(i) + " " + batch.timeMillis(i) + " " + batch.event(i)
                                : ""));
            }
            return scene.sink.write(batch);
        }

        @Override
        public EventOutcome.Rejected addressed(EventBatch batch, int event, EventOutcome.Rejected refusal) {
            return new EventOutcome.Rejected(
                    refusal.status(),
                    refusal.errorType(),
                    refusal.reason(),
                    "index-of-" + batch.eventClass(event),
                    "id-of-" + batch.row(event));
        }
    }
}
