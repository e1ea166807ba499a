package org.ocsf4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.retry.ExponentialDelay;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

/** What reaches the source from the destination, and whose threads do the work. */
class BackPressureTest {

    private final Scene scene = new Scene();

    /** The scripted sink behind a door. */
    private final class Door implements EventSink {
        private final AtomicBoolean open = new AtomicBoolean();

        @Override
        public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
            return scene.sink.write(batch);
        }

        @Override
        public boolean isReady() {
            return open.get();
        }
    }

    @Test
    void receivesNothingWhileTheDestinationTurnsEverythingAway() throws Exception {
        scene.lake.put("a", ScriptedObject.of(3));
        scene.source.announce("m", "a");
        Door door = new Door();
        try (OcsfPipeline pipeline = scene.parts().sink(door).build()) {
            Thread run = new Thread(pipeline::runUntilEmpty);
            run.start();
            Thread.sleep(300);
            assertThat(scene.source.receives()).isZero();
            assertThat(scene.source.receiveCount("m")).isZero();
            door.open.set(true);
            run.join(10_000);
            assertThat(scene.source.confirmed("m")).isEqualTo(1);
        }
        assertThat(scene.sink.documents).hasSize(3);
    }

    @Test
    void endsWhileTheDestinationTurnsEverythingAway() throws Exception {
        try (OcsfPipeline pipeline = scene.parts().sink(new Door()).build()) {
            Thread run = new Thread(pipeline::run);
            run.start();
            Thread.sleep(100);
            assertThat(pipeline.drain(Duration.ofSeconds(5))).isTrue();
            run.join(5_000);
            assertThat(run.isAlive()).isFalse();
        }
    }

    @Test
    void doesNotEndWhileAMessageIsDelayedThoughTheSourceCannotSay() {
        scene.lake.put("a", ScriptedObject.of(3));
        scene.source.announce("m", "a");
        scene.source.saysNothingOfRemaining();
        scene.options.redelivery(new ExponentialDelay(Duration.ofMillis(300), Duration.ofMillis(300)));
        AtomicInteger writes = new AtomicInteger();
        scene.sink.before = batch -> {
            if (writes.incrementAndGet() < 3) {
                throw new UnavailableException("[x] down; x; wait");
            }
        };
        RunReport report = scene.runUntilEmpty();
        assertThat(report.isSettled()).isTrue();
        assertThat(report.counts()).isEqualTo(new SettlementCounts(3, 3, 0, 0, 0));
        assertThat(scene.source.receiveCount("m")).isEqualTo(3);
    }

    @Test
    void drainInterruptsWritersThatDoNotEndAndGivesTheMessageBack() throws Exception {
        scene.lake.put("a", ScriptedObject.of(9));
        scene.source.announce("m", "a");
        CountDownLatch writing = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        scene.sink.before = batch -> {
            writing.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            }
        };
        try (OcsfPipeline pipeline = scene.parts().build()) {
            Thread run = new Thread(pipeline::run);
            run.start();
            writing.await();
            assertThat(pipeline.drain(Duration.ofMillis(50))).isFalse();
            run.join(10_000);
            assertThat(run.isAlive()).isFalse();
            assertThat(interrupted.get()).isPositive();
            assertThat(scene.source.givenBack("m")).containsExactly(Duration.ZERO);
            assertThat(scene.source.confirmed("m")).isZero();
            assertThat(scene.lake.open).as("closed after the last write").hasValue(0);
        }
    }

    @Test
    void worksOnTheCallersThreadsAndLeavesThemToTheCaller() throws Exception {
        ExecutorService callers = Executors.newCachedThreadPool(task -> new Thread(task, "callers-own"));
        AtomicBoolean foreign = new AtomicBoolean();
        scene.sink.before = batch -> {
            if (!Thread.currentThread().getName().equals("callers-own")) {
                foreign.set(true);
            }
        };
        for (int i = 0; i < 8; i++) {
            scene.lake.put("a" + i, ScriptedObject.of(50));
            scene.source.announce("m" + i, "a" + i);
        }
        scene.options.objectsAtOnce(4).batchesInFlight(6);
        try (OcsfPipeline pipeline = scene.parts().executor(callers).build()) {
            RunReport report = pipeline.runUntilEmpty();
            assertThat(report.isSettled()).isTrue();
            assertThat(report.counts()).isEqualTo(new SettlementCounts(400, 400, 0, 0, 0));
        }
        assertThat(foreign).isFalse();
        assertThat(callers.isShutdown()).isFalse();
        // Four objects and six batches, and a thread or two that have just ended and do not idle yet.
        assertThat(((ThreadPoolExecutor) callers).getLargestPoolSize()).isLessThanOrEqualTo(12);
        callers.shutdown();
        assertThat(callers.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }
}
