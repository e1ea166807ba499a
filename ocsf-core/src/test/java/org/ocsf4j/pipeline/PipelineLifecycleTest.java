package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.NotificationSource;
import org.ocsf4j.notification.ReceivedMessage;

/** How runs begin, wait and end. */
@Timeout(10)
class PipelineLifecycleTest {

    private static final Duration PATIENT = Duration.ofSeconds(8);

    private final Scene scene = new Scene();
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void runUntilEmptyEndsWhenTheSourceHoldsNothingMore() {
        for (int i = 0; i < 25; i++) {
            scene.lake.put("k" + i, ScriptedObject.of(i));
            scene.source.announce("m" + i, "k" + i);
        }

        RunReport report = scene.runUntilEmpty();

        assertThat(report.messagesAcknowledged()).isEqualTo(25);
        assertThat(report.counts().indexed()).isEqualTo(300);
        assertThat(scene.source.remaining()).hasValue(0);
    }

    @Test
    void runUntilEmptyEndsWithoutMessagesThatStay() {
        scene.lake.put("a", ScriptedObject.of(3)).put("b", ScriptedObject.notOpening(new UnavailableException("no")));
        scene.source.announce("n", "b").announce("m", "a");

        RunReport report = scene.runUntilEmpty();

        assertThat(report.messagesAcknowledged()).isEqualTo(1);
        assertThat(report.messagesLeft()).isEqualTo(1);
        assertThat(scene.source.receiveCount("n")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aSourceThatCannotCountEndsWithOneEmptyReceive() {
        scene.lake.put("a", ScriptedObject.of(3));
        scene.source.announce("m", "a").saysNothingOfRemaining();

        assertThat(scene.runUntilEmpty().messagesAcknowledged()).isEqualTo(1);
    }

    @Test
    void aSourceThatDoesNotAnswerIsAskedAgain() {
        scene.lake.put("a", ScriptedObject.of(3));
        scene.source.announce("m", "a").failReceive(new UnavailableException("[queue] time-out"));
        List<OcsfException> failures = new ArrayList<>();
        OcsfPipeline.Builder parts = scene.parts().observer(new PipelineObserver() {
            @Override
            public void receiveFailed(OcsfException failure, Duration delay) {
                failures.add(failure);
            }
        });

        try (OcsfPipeline pipeline = parts.build()) {
            assertThat(pipeline.runUntilEmpty().isSettled()).isTrue();
        }
        assertThat(failures).singleElement().asString().contains("time-out");
        assertThat(scene.source.confirmed("m")).isEqualTo(1);
    }

    @Test
    void aDefectOfTheSourceDoesNotEndTheRun() {
        scene.lake.put("a", ScriptedObject.of(3));
        scene.source.announce("m", "a").failReceive(new IllegalStateException("defect in the source"));

        assertThat(scene.runUntilEmpty().messagesAcknowledged()).isEqualTo(1);
    }

    @Test
    void drainWaitsForWhatIsInProgress() throws Exception {
        blockTheSink();
        try (OcsfPipeline pipeline = scene.parts().build()) {
            CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(pipeline::run);
            writing.await();
            CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> drain(pipeline, PATIENT));
            released.countDown();

            assertThat(drained.get()).isTrue();
            assertThat(run.get().messagesAcknowledged()).isEqualTo(1);
        }
        assertThat(scene.source.givenBack("m")).isEmpty();
    }

    @Test
    void drainReceivesNothingMoreAndGivesBackAtOnceWhatTakesTooLong() throws Exception {
        blockTheSink();
        scene.source.announce("n", "a");
        scene.options.objectsAtOnce(1);
        try (OcsfPipeline pipeline = scene.parts().build()) {
            CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(pipeline::run);
            writing.await();

            assertThat(drain(pipeline, Duration.ZERO)).isFalse();
            released.countDown(); // the write that is under way may end; the message goes back all the same
            RunReport report = run.get();
            assertThat(report.messagesLeft()).isEqualTo(1);
        }
        assertThat(scene.source.confirmed("m")).isZero();
        assertThat(scene.source.givenBack("m")).containsExactly(Duration.ZERO);
        assertThat(scene.source.receives()).isEqualTo(1);
    }

    @Test
    void closeFromAnotherThreadEndsTheRunAndGivesBackAtOnce() throws Exception {
        blockTheSink();
        OcsfPipeline pipeline = scene.parts().build();
        CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(pipeline::run);
        writing.await();

        pipeline.close();

        assertThat(run.get().messagesAcknowledged()).isZero();
        assertThat(scene.source.confirmed("m")).isZero();
        assertThat(scene.source.givenBack("m")).isNotEmpty().allMatch(Duration::isZero);
        assertThat(scene.lake.open).hasValue(0);
    }

    @Test
    void aReadThatTheAbortBreaksOffGoesBackAtOnce() throws Exception {
        scene.lake.put("a", ScriptedObject.of(3));
        scene.source.announce("m", "a");
        OcsfPipeline.Builder parts = scene.parts().decoder((content, firstRow) -> {
            try {
                writing.countDown();
                released.await();
                return scene.lake.open(content, firstRow);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnavailableException("[store] the read was broken off", e);
            }
        });
        OcsfPipeline pipeline = parts.build();
        CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(pipeline::run);
        writing.await();

        pipeline.close();

        assertThat(run.get().messagesLeft()).isEqualTo(1);
        assertThat(scene.source.givenBack("m")).isNotEmpty().allMatch(Duration::isZero);
    }

    @Test
    void closeEndsARunThatWaitsForMessages() throws Exception {
        OcsfPipeline pipeline = scene.parts().build();
        CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(pipeline::run);
        scene.source.awaitReceives(3);

        pipeline.close();

        assertThat(run.get().isSettled()).isTrue();
    }

    @Test
    void anInterruptEndsTheRunAndIsKept() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (OcsfPipeline pipeline = scene.parts().build()) {
            Thread runner = new Thread(() -> {
                pipeline.run();
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            runner.start();
            scene.source.awaitReceives(2);
            runner.interrupt();

            assertThat(interrupted.get()).isTrue();
            runner.join();
        }
    }

    @Test
    void aClosedPipelineDoesNotRunAndDoesNotProcess() {
        OcsfPipeline pipeline = scene.parts().build();
        pipeline.close();
        pipeline.close();

        assertThatThrownBy(pipeline::run).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> pipeline.process(ScriptedLake.notification("a")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPipelineRunsOnceAtATimeAndMayRunAgain() throws Exception {
        try (OcsfPipeline pipeline = scene.parts().build()) {
            CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(pipeline::run);
            scene.source.awaitReceives(1);
            assertThatThrownBy(pipeline::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("runs already");
            assertThat(drain(pipeline, PATIENT)).isTrue();
            run.get();

            assertThat(pipeline.runUntilEmpty().isSettled()).isTrue();
        }
    }

    @Test
    void asksForNoMoreThanCanBeReadAtOnce() {
        List<Integer> asked = new ArrayList<>();
        scene.options.objectsAtOnce(3);
        NotificationSource source = new NotificationSource() {
            @Override
            public List<ReceivedMessage> receive(int max, Duration wait) throws InterruptedException {
                asked.add(max);
                return scene.source.receive(max, wait);
            }
        };
        scene.source.add("m", new Notification.Understood(List.of(), List.of()));

        try (OcsfPipeline pipeline = scene.parts().source(source).build()) {
            pipeline.runUntilEmpty();
        }
        assertThat(asked.get(0)).isEqualTo(3);
        assertThat(asked).allMatch(max -> max >= 1 && max <= 3);
    }

    @Test
    void neverHasMoreBatchesThanTheOptionsAllow() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        scene.options.objectsAtOnce(2).batchesInFlight(5);
        scene.sink.before = batch -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
        };
        for (int i = 0; i < 6; i++) {
            scene.lake.put("k" + i, ScriptedObject.of(300));
            scene.source.announce("m" + i, "k" + i);
        }

        assertThat(scene.runUntilEmpty().counts().indexed()).isEqualTo(1800);
        assertThat(most.get()).isBetween(1, 3);
        assertThat(scene.lake.batches).hasSizeLessThanOrEqualTo(5);
    }

    /** An object whose first batch is not written before {@link #released}. */
    private void blockTheSink() {
        scene.lake.put("a", ScriptedObject.of(30));
        scene.source.announce("m", "a");
        scene.sink.before = batch -> {
            writing.countDown();
            if (!released.await(PATIENT.toSeconds(), TimeUnit.SECONDS)) {
                throw new UnavailableException("the test has forgotten the sink");
            }
        };
    }

    private static boolean drain(OcsfPipeline pipeline, Duration patience) {
        try {
            return pipeline.drain(patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
