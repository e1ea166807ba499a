package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ObjectNotification;

/** How messages are settled: what is acknowledged and what comes again. */
@Timeout(5)
class OcsfPipelineTest {

    private final UnavailableException busy = new UnavailableException("[sink] busy; 429; wait");
    private final CorruptObjectException corrupt = new CorruptObjectException("[s3://lake/a: page 7] bad bytes");
    private final ObjectChangedException changed = new ObjectChangedException("[s3://lake/a] was replaced");

    private final Scene scene = new Scene();

    // ---- settled

    @Test
    void acknowledgesAMessageWhoseRowsAreAllSettled() {
        scene.lake.put("a", ScriptedObject.of(10));
        scene.sink.store("a", "v1", 4);
        scene.sink.refuseBelow(2);
        scene.source.announce("m", "a");

        RunReport report = scene.runUntilEmpty();

        assertThat(report.counts()).isEqualTo(new SettlementCounts(10, 7, 1, 2, 0));
        assertThat(report.isSettled()).isTrue();
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
        assertThat(scene.source.givenBack("m")).isEmpty();
        assertThat(scene.lake.open).hasValue(0);
    }

    @Test
    void aRefusedEventIsInTheDeadLettersAsItWasSent() {
        scene.lake.put("a", ScriptedObject.of(5));
        scene.sink.verdict = row -> row == 3 ? ScriptedSink.Verdict.REFUSE : ScriptedSink.Verdict.STORE;
        scene.source.announce("m", "a");

        scene.runUntilEmpty();

        DeadLetter letter = scene.deadLetters.letters.get(0);
        assertThat(scene.deadLetters.letters).hasSize(1);
        assertThat(letter.row()).isEqualTo(3);
        assertThat(letter.eTag()).isEqualTo("v1");
        assertThat(letter.errorType()).isEqualTo("mapper_parsing_exception");
        assertThat(letter.document()).asString().isEqualTo("{\"row\":3}");
    }

    @Test
    void filteredRowsAreSettled() {
        scene.lake.put("a", ScriptedObject.of(10).returning(0, 4, 9).filtering(7));
        scene.source.announce("m", "a");

        RunReport report = scene.runUntilEmpty();

        assertThat(report.counts()).isEqualTo(new SettlementCounts(10, 3, 0, 0, 7));
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
    }

    @Test
    void anObjectWithoutRowsIsSettled() {
        scene.lake.put("a", ScriptedObject.of(0));
        scene.source.announce("m", "a");

        assertThat(scene.runUntilEmpty().objectsSettled()).isEqualTo(1);
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
    }

    @Test
    void aMessageThatNamesNothingToReadIsAcknowledgedAndCounted() {
        scene.source.add(
                "m", new Notification.Understood(List.of(), List.of(new Notification.Ignored("s3:TestEvent", "test"))));

        RunReport report = scene.runUntilEmpty();

        assertThat(report.messagesIgnored()).isEqualTo(1);
        assertThat(report.messagesAcknowledged()).isEqualTo(1);
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
    }

    @Test
    void aMissingObjectIsOneLetterAndAcknowledged() {
        scene.lake.put("a", ScriptedObject.missing());
        scene.source.announce("m", "a");

        RunReport report = scene.runUntilEmpty();

        assertThat(report.objectsDeadLettered()).isEqualTo(1);
        assertThat(scene.deadLetters.letters).singleElement().satisfies(letter -> {
            assertThat(letter.row()).isNull();
            assertThat(letter.document()).isNull();
            assertThat(letter.errorType()).isEqualTo("ObjectMissingException");
        });
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
    }

    @Test
    void anObjectThatChangesTwiceIsReadFromTheStart() {
        scene.lake.put(
                "a",
                ScriptedObject.of("v1", 4).failing(changed),
                ScriptedObject.of("v2", 1).failing(changed),
                ScriptedObject.of("v3", 5));
        scene.source.announce("m", "a");

        RunReport report = scene.runUntilEmpty();

        assertThat(report.counts()).isEqualTo(new SettlementCounts(5, 5, 0, 0, 0));
        assertThat(scene.sink.documents).filteredOn(id -> id.startsWith("a@v3")).hasSize(5);
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
        assertThat(scene.source.receiveCount("m")).isEqualTo(1);
    }

    // ---- comes again

    @Test
    void aMessageOfAnUnavailableSinkComesAgainAfterGrowingDelays() {
        AtomicInteger failures = new AtomicInteger(4);
        scene.lake.put("a", ScriptedObject.of(10));
        scene.sink.before = batch -> {
            if (batch.row(0) == 6 && failures.getAndDecrement() > 0) {
                throw busy;
            }
        };
        scene.source.announce("m", "a");

        RunReport report = scene.runUntilEmpty();

        assertThat(scene.source.givenBack("m"))
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(5));
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
        assertThat(scene.sink.documents).hasSize(10);
        assertThat(scene.deadLetters.letters).isEmpty();
        assertThat(report.isSettled()).isTrue();
        assertThat(report.objectsUnsettled()).isEqualTo(4);
    }

    @Test
    void aMessageWhoseLettersCannotBeStoredComesAgain() {
        scene.lake.put("a", ScriptedObject.of(5));
        scene.sink.refuseBelow(1);
        scene.deadLetters.failure = new UnavailableException("[/letters] disk full");
        scene.source.announce("m", "a");

        assertLeft("m", "disk full");
        assertThat(scene.deadLetters.letters).isEmpty();
    }

    @Test
    void aMissingObjectWhoseLetterCannotBeStoredComesAgain() {
        scene.lake.put("a", ScriptedObject.missing());
        scene.deadLetters.failure = new UnavailableException("[/letters] disk full");
        scene.source.announce("m", "a");

        assertLeft("m", "disk full");
    }

    @Test
    void aDefectOfTheDeadLetterSinkLeavesTheMessageOfAMissingObject() {
        scene.lake.put("a", ScriptedObject.missing());
        scene.deadLetters.failure = new IllegalStateException("defect in the dead-letter sink");
        scene.source.announce("m", "a");

        assertLeft("m", "defect in the dead-letter sink");
    }

    @Test
    void aMalformedMessageIsNeverAcknowledgedAndIsNamedInTheReport() {
        scene.source.add("m", new Notification.Malformed("no bucket"));

        assertLeft("message m", "no bucket", "m");
    }

    @Test
    void rowsBeforeAFaultAreDeliveredAndTheMessageIsLeft() {
        scene.lake.put("a", ScriptedObject.of(4).declaring(10).failing(corrupt));
        scene.source.announce("m", "a");

        assertLeft("m", "page 7");
        assertThat(scene.sink.documents).hasSize(4);
        assertThat(scene.deadLetters.letters).isEmpty();
        assertThat(scene.lake.open).hasValue(0);
    }

    @Test
    void anObjectThatChangesThreeTimesIsLeft() {
        scene.lake.put("a", ScriptedObject.of(4).failing(changed));
        scene.source.announce("m", "a");

        assertLeft("m", "was replaced");
        assertThat(scene.lake.opened).hasValue(3 * scene.source.receiveCount("m"));
    }

    @Test
    void aDecoderThatReturnsTooFewRowsSettlesNothing() {
        scene.lake.put("a", ScriptedObject.of(9).declaring(10));
        scene.source.announce("m", "a");

        assertLeft("m", "9 read, 10 declared");
    }

    @Test
    void aDecoderThatReturnsTooManyRowsSettlesNothing() {
        scene.lake.put("a", ScriptedObject.of(11).declaring(10));
        scene.source.announce("m", "a");

        assertLeft("m", "11 read, 10 declared");
    }

    @Test
    void aDecoderThatReturnsARowTwiceSettlesNothing() {
        scene.lake.put("a", ScriptedObject.of(4).returning(0, 1, 1, 2));
        scene.source.announce("m", "a");

        assertLeft("m", "row 1 follows row 1");
    }

    @Test
    void aDefectOfADecoderLeavesTheMessage() {
        scene.lake.put("a", ScriptedObject.of(4).failing(new ArrayIndexOutOfBoundsException("Index 9")));
        scene.source.announce("m", "a");

        assertLeft("m", "Index 9");
    }

    @Test
    void anErrorOfADecoderLeavesTheMessageAndThePipelineGoesOn() {
        scene.lake.put("a", ScriptedObject.of(4)).put("b", ScriptedObject.of(2));
        AtomicBoolean failed = new AtomicBoolean();
        scene.source.announce("m", "a").announce("n", "b");
        OcsfPipeline.Builder parts = scene.parts().decoder((content, firstRow) -> {
            if (failed.compareAndSet(false, true)) {
                throw new StackOverflowError("nested too deeply");
            }
            return scene.lake.open(content, firstRow);
        });

        try (OcsfPipeline pipeline = parts.build()) {
            RunReport report = pipeline.runUntilEmpty();

            assertThat(report.isSettled()).isTrue();
        }
        assertThat(scene.source.confirmed("m") + scene.source.confirmed("n")).isEqualTo(2);
        assertThat(scene.source.givenBack("m").size()
                        + scene.source.givenBack("n").size())
                .isEqualTo(1);
    }

    @Test
    void oneBadObjectLeavesTheWholeMessage() {
        scene.lake.put("a", ScriptedObject.of(4)).put("b", ScriptedObject.of(4).failing(corrupt));
        scene.lake.put("c", ScriptedObject.of(4));
        scene.source.announce("m", "a", "b", "c");

        assertLeft("m", "page 7");
        assertThat(scene.sink.documents).hasSize(12);
    }

    @Test
    void aMessageThatTheSourceDoesNotRemoveComesAgainAndWritesNothingTwice() {
        scene.lake.put("a", ScriptedObject.of(4));
        scene.source.announce("m", "a");
        scene.source.failConfirm(new UnavailableException("[queue] did not answer"));

        RunReport report = scene.runUntilEmpty();

        assertThat(scene.source.confirmed("m")).isEqualTo(1);
        assertThat(report.counts()).isEqualTo(new SettlementCounts(8, 4, 4, 0, 0));
        assertThat(report.isSettled()).isTrue();
    }

    @Test
    void aDefectOfTheSourceWhileItRemovesAMessageMakesItComeAgain() {
        scene.lake.put("a", ScriptedObject.of(4));
        scene.source.announce("m", "a");
        scene.source.failConfirm(new IllegalStateException("defect in the source"));

        assertThat(scene.runUntilEmpty().isSettled()).isTrue();
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
    }

    // ---- a lost lease

    @Test
    void aLostLeaseStopsTheObjectAtTheNextBatchAndSettlesNothing() throws Exception {
        scene.lake.put("a", ScriptedObject.of(3000));
        scene.source.announce("m", "a");
        scene.source.saysNothingOfRemaining();
        scene.sink.before = batch -> scene.source.lose("m");

        RunReport report = scene.runUntilEmpty();

        assertThat(scene.source.confirmed("m")).isZero();
        assertThat(scene.source.givenBack("m")).isEmpty();
        assertThat(scene.sink.documents.size()).isLessThan(3000);
        assertThat(report.messagesLeft()).isEqualTo(1);
    }

    @Test
    void aLeaseThatIsLostWithTheLastBatchConfirmsNothing() {
        scene.lake.put("a", ScriptedObject.of(2));
        scene.source.announce("m", "a");
        scene.source.saysNothingOfRemaining();
        OcsfPipeline.Builder parts = scene.parts().observer(new PipelineObserver() {
            @Override
            public void objectFinished(ObjectReport report) {
                scene.source.lose("m");
            }
        });

        try (OcsfPipeline pipeline = parts.build()) {
            assertThat(pipeline.runUntilEmpty().messagesLeft()).isEqualTo(1);
        }
        assertThat(scene.source.confirmed("m")).isZero();
        assertThat(scene.source.givenBack("m")).isEmpty();
    }

    // ---- observers, process()

    @Test
    void anObserverThatFailsChangesNothing() {
        scene.lake.put("a", ScriptedObject.of(4)).put("b", ScriptedObject.missing());
        scene.source.announce("m", "a", "b");
        FailingObserver observer = new FailingObserver();

        try (OcsfPipeline pipeline = scene.parts().observer(observer).build()) {
            assertThat(pipeline.runUntilEmpty().isSettled()).isTrue();
        }
        assertThat(observer.facts).hasValueGreaterThanOrEqualTo(6);
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
    }

    @Test
    void processReportsOneObject() throws Exception {
        scene.lake.put("a", ScriptedObject.of(10).filtering(2).declaring(12));
        scene.sink.store("a", "v1", 9);
        scene.sink.refuseBelow(1);

        ObjectReport report = scene.process("a");

        assertThat(report.state()).isEqualTo(ObjectReport.State.SETTLED);
        assertThat(report.eTag()).isEqualTo("v1");
        assertThat(report.counts()).isEqualTo(new SettlementCounts(12, 8, 1, 1, 2));
        assertThat(report.classes().values()).containsExactly(report.counts());
        assertThat(report.failure()).isNull();
    }

    @Test
    void processReportsWhyAnObjectIsNotSettled() throws Exception {
        scene.lake.put("a", ScriptedObject.of(10).failing(corrupt));

        ObjectReport report = scene.process("a");

        assertThat(report.isSettled()).isFalse();
        assertThat(report.failure()).isSameAs(corrupt);
    }

    @Test
    void beginsWithTheRowThatTheNotificationNames() throws Exception {
        scene.lake.put("a", ScriptedObject.of(10));
        ObjectNotification rest =
                new ObjectNotification(ScriptedLake.notification("a").location(), null, null, null, 7);

        try (OcsfPipeline pipeline = scene.parts().build()) {
            assertThat(pipeline.process(rest).counts()).isEqualTo(new SettlementCounts(3, 3, 0, 0, 0));
        }
        assertThat(scene.sink.documents).containsExactly("a@v1-7", "a@v1-8", "a@v1-9");
    }

    @Test
    void namesThePartThatIsMissing() {
        assertThatThrownBy(() -> OcsfPipeline.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("objectStore");
    }

    private void assertLeft(String message, String cause) {
        assertLeft("s3://lake/", cause, message);
    }

    private void assertLeft(String subject, String cause, String message) {
        RunReport report = scene.runUntilEmpty();

        assertThat(scene.source.confirmed(message)).isZero();
        assertThat(scene.source.givenBack(message))
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(report.isSettled()).isFalse();
        assertThat(report.stopCause()).isNull();
        assertThat(report.messagesLeft()).isEqualTo(1);
        assertThat(report.problems()).anySatisfy(problem -> {
            assertThat(problem.subject()).startsWith(subject);
            assertThat(problem.cause()).contains(cause);
            assertThat(problem.settled()).isFalse();
        });
    }
}
