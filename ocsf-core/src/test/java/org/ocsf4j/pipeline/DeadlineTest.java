package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.pipeline.ObjectReport.State;

/** Objects that are read against a deadline, and resumed. */
class DeadlineTest {

    private static final Duration PLENTY = Duration.ofHours(1);
    private static final Duration LITTLE = Duration.ofSeconds(3);

    private final Scene scene = new Scene();

    @Test
    void stopsReadingWhenTheTimeIsNearAndAnnouncesTheRest() throws Exception {
        scene.lake.put("a", ScriptedObject.of("v7", 10));
        AtomicInteger asked = new AtomicInteger();
        try (OcsfPipeline pipeline = scene.parts().build()) {
            ObjectReport first = pipeline.process(
                    ScriptedLake.notification("a"), 4, () -> asked.incrementAndGet() > 1 ? LITTLE : PLENTY);
            assertThat(first.state()).isEqualTo(State.CONTINUES);
            assertThat(first.isSettled()).isFalse();
            assertThat(first.counts()).isEqualTo(new SettlementCounts(6, 6, 0, 0, 0));
            ObjectNotification rest = first.continuation();
            assertThat(rest)
                    .isEqualTo(new ObjectNotification(
                            ScriptedLake.notification("a").location(), "v7", null, null, 6));

            assertThat(rest).isNotNull();
            ObjectReport second = pipeline.process(rest, 1, () -> PLENTY);
            assertThat(second.state()).isEqualTo(State.SETTLED);
            assertThat(second.counts()).isEqualTo(new SettlementCounts(4, 4, 0, 0, 0));
        }
        assertThat(scene.sink.documents).hasSize(10);
    }

    @Test
    void readsAtLeastOneBatchSoThatContinuationsEnd() throws Exception {
        scene.lake.put("a", ScriptedObject.of(7));
        try (OcsfPipeline pipeline = scene.parts().build()) {
            ObjectNotification next = ScriptedLake.notification("a");
            int runs = 0;
            for (; next != null; runs++) {
                next = pipeline.process(next, 1, () -> LITTLE).continuation();
            }
            assertThat(runs).isEqualTo(4);
        }
        assertThat(scene.sink.documents).hasSize(7);
    }

    @Test
    void readsAnObjectWholeThatWasReplacedBeforeItsContinuation() throws Exception {
        scene.lake.put("a", ScriptedObject.of(10));
        ObjectNotification restOfAnotherVersion =
                new ObjectNotification(ScriptedLake.notification("a").location(), "v6", null, null, 6);
        try (OcsfPipeline pipeline = scene.parts().build()) {
            ObjectReport report = pipeline.process(restOfAnotherVersion, 1, () -> PLENTY);
            assertThat(report.state()).isEqualTo(State.SETTLED);
            assertThat(report.counts().read()).isEqualTo(10);
        }
        assertThat(scene.sink.documents).hasSize(10);
    }

    @Test
    void interruptsWhatIsNotWrittenInTimeAndSettlesNothing() throws Exception {
        scene.lake.put("a", ScriptedObject.of(9));
        AtomicBoolean interrupted = new AtomicBoolean();
        scene.sink.before = batch -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
        };
        try (OcsfPipeline pipeline = scene.parts().build()) {
            ObjectReport report = pipeline.process(ScriptedLake.notification("a"), 1, () -> Duration.ofMillis(1_100));
            assertThat(report.state()).isEqualTo(State.UNSETTLED);
            assertThat(report.failure()).isInstanceOf(UnavailableException.class);
            assertThat(report.continuation()).isNull();
            assertThat(interrupted).isTrue();

            scene.sink.before = batch -> {};
            assertThat(pipeline.process(ScriptedLake.notification("a")).state())
                    .as("the writers work on")
                    .isEqualTo(State.SETTLED);
        }
    }
}
