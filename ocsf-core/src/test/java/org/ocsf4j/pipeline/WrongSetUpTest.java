package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.sink.EventOutcome;

/** What is our own fault stops the run, and messages go back at once. */
@Timeout(5)
class WrongSetUpTest {

    private final ConfigurationException denied = new ConfigurationException("[sink] denied; 403; check the role");

    private final Scene scene = new Scene();

    @Test
    void aWrongSetUpStopsTheRunAndGivesTheMessageBackAtOnce() {
        scene.lake.put("a", ScriptedObject.of(4));
        scene.sink.before = batch -> {
            throw denied;
        };
        scene.source.announce("m", "a");

        assertStopped("m", "denied; 403");
        assertThat(scene.deadLetters.letters).isEmpty();
    }

    @Test
    void deniedAccessToAnObjectStopsTheRun() {
        scene.lake.put("a", ScriptedObject.notOpening(denied));
        scene.source.announce("m", "a");

        assertStopped("m", "denied; 403");
    }

    @Test
    void aSourceThatRefusesUsStopsTheRun() {
        scene.source.failReceive(denied);

        try (OcsfPipeline pipeline = scene.parts().build()) {
            assertThat(pipeline.run().stopCause()).isSameAs(denied);
        }
        assertThat(scene.source.receives()).isEqualTo(1);
    }

    @Test
    void aSinkThatReturnsTheWrongNumberOfOutcomesStopsTheRun() {
        scene.lake.put("a", ScriptedObject.of(2));
        scene.source.announce("m", "a");

        assertStopped(scene.parts().sink(batch -> List.of(EventOutcome.INDEXED)), "m", "1 for 2");
    }

    @Test
    void aSinkThatReturnsNoOutcomeForAnEventStopsTheRun() {
        scene.lake.put("a", ScriptedObject.of(2));
        scene.source.announce("m", "a");

        assertStopped(scene.parts().sink(WrongSetUpTest::withoutOutcomes), "m", "one outcome for each event");
    }

    @SuppressWarnings("NullAway") // what a sink written without such checks can do
    private static List<EventOutcome> withoutOutcomes(EventBatch batch) {
        return Arrays.asList(new EventOutcome[batch.count()]);
    }

    @Test
    void tooManyRefusedRowsStopTheRunInsteadOfFillingTheDeadLetters() {
        scene.lake.put("a", ScriptedObject.of(1000));
        scene.sink.refuseBelow(1000);
        scene.source.announce("m", "a");

        assertStopped("m", "too many rows are refused");
        assertThat(scene.deadLetters.letters).hasSizeLessThan(1000);
    }

    @Test
    void ninetyNineRefusedRowsAreAnObjectsOwnAffair() {
        scene.lake.put("a", ScriptedObject.of(99));
        scene.sink.refuseBelow(99);
        scene.source.announce("m", "a");

        RunReport report = scene.runUntilEmpty();

        assertThat(report.counts()).isEqualTo(new SettlementCounts(99, 0, 0, 99, 0));
        assertThat(report.stopCause()).isNull();
    }

    @Test
    void aFifthOfTheRowsIsNotTooMany() {
        scene.lake.put("a", ScriptedObject.of(600));
        scene.sink.refuseBelow(120);
        scene.source.announce("m", "a");

        assertThat(scene.runUntilEmpty().counts()).isEqualTo(new SettlementCounts(600, 480, 0, 120, 0));
    }

    @Test
    void moreThanAFifthOfTheRowsIsTooMany() {
        scene.lake.put("a", ScriptedObject.of(600));
        scene.sink.refuseBelow(121);
        scene.source.announce("m", "a");

        assertStopped("m", "121 of 600");
    }

    private void assertStopped(String message, String cause) {
        assertStopped(scene.parts(), message, cause);
    }

    private void assertStopped(OcsfPipeline.Builder parts, String message, String cause) {
        try (OcsfPipeline pipeline = parts.build()) {
            RunReport report = pipeline.run();

            assertThat(report.stopCause())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(cause);
            assertThat(report.isSettled()).isFalse();
        }
        assertThat(scene.source.confirmed(message)).isZero();
        assertThat(scene.source.givenBack(message)).isNotEmpty().allMatch(Duration::isZero);
    }
}
