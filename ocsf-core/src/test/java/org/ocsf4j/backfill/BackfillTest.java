package org.ocsf4j.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.SettlementCounts;

final class BackfillTest {

    private static final int ROWS = 5;

    private final MemoryLake lake = new MemoryLake();
    private final ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();
    private final BackfillLedger ledger;

    BackfillTest(@TempDir Path folder) {
        ledger = BackfillLedger.open(folder.resolve("ledger"));
        for (int i = 0; i < 20; i++) {
            lake.put(key(i));
        }
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    void readsEachObjectOnceAndTheNextRunOnlyWhatChanged() throws InterruptedException {
        BackfillReport first = backfill(this::settled).build().run();
        assertThat(first.objectsSettled()).isEqualTo(20);
        assertThat(first.counts()).isEqualTo(new SettlementCounts(20 * ROWS, 20 * ROWS, 0, 0, 0));
        assertThat(first.isSettled()).isTrue();
        assertThat(read).hasSize(20).doesNotHaveDuplicates();

        read.clear();
        lake.put(key(7), 100, "replaced");
        lake.put(key(20));
        BackfillReport second = backfill(this::settled).build().run();
        assertThat(second.objectsSettledBefore()).isEqualTo(19);
        assertThat(read).containsExactlyInAnyOrder(key(7), key(20));
    }

    @Test
    void notesTheVersionThatWasReadAndNotTheOneThatWasListed() throws InterruptedException {
        backfill(n -> report(n, "newer", ObjectReport.State.SETTLED, null))
                .build()
                .run();
        lake.put(key(3), 100, "newer");
        BackfillReport second = backfill(this::settled).build().run();
        assertThat(second.objectsSettledBefore()).isEqualTo(1);
    }

    @Test
    void leavesACorruptObjectToTheNextRunAndGoesOn() throws InterruptedException {
        BackfillReport report = backfill(n -> isKey(n, 4)
                        ? report(n, "e", ObjectReport.State.UNSETTLED, new CorruptObjectException("[4] torn"))
                        : settled(n))
                .build()
                .run();
        assertThat(report.objectsSettled()).isEqualTo(19);
        assertThat(report.objectsUnsettled()).isEqualTo(1);
        assertThat(report.isSettled()).isFalse();
        assertThat(report.problems()).singleElement().satisfies(p -> assertThat(p.cause())
                .isEqualTo("[4] torn"));
        assertThat(ledger.size()).isEqualTo(19);
    }

    @Test
    void triesAgainWhatMaySucceedLater() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        BackfillReport report = backfill(n -> isKey(n, 4) && tries.incrementAndGet() < 2
                        ? report(n, "e", ObjectReport.State.UNSETTLED, new UnavailableException("busy"))
                        : settled(n))
                .build()
                .run();
        assertThat(report.isSettled()).isTrue();
        assertThat(tries).hasValue(2);
    }

    @Test
    void endsWhereTheSetUpIsWrong() throws InterruptedException {
        BackfillReport report = backfill(n -> isKey(n, 4)
                        ? report(n, "e", ObjectReport.State.UNSETTLED, new ConfigurationException("denied"))
                        : settled(n))
                .concurrency(1)
                .build()
                .run();
        assertThat(report.stopCause()).hasMessage("denied");
        assertThat(report.ended()).isFalse();
        assertThat(report.objectsSettled()).isLessThan(19);
    }

    @Test
    void neverReadsMoreAtATimeThanItMay() throws InterruptedException {
        Semaphore free = new Semaphore(3);
        BackfillReport report = backfill(n -> {
                    assertThat(free.tryAcquire()).isTrue();
                    Thread.sleep(5);
                    free.release();
                    return settled(n);
                })
                .concurrency(3)
                .build()
                .run();
        assertThat(report.isSettled()).as("%s", report.stopCause()).isTrue();
    }

    @Test
    void stopsInTimeAndNotesWhatHadEnded() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        Backfill backfill = backfill(n -> {
                    if (isKey(n, 4)) {
                        stuck.countDown();
                        Thread.sleep(Duration.ofMinutes(1).toMillis());
                    }
                    return settled(n);
                })
                .concurrency(2)
                .objectsPerSecond(100)
                .build();
        FutureTask<BackfillReport> run = new FutureTask<>(backfill::run);
        Thread thread = new Thread(run, "run");
        thread.start();
        stuck.await();
        assertThat(backfill.stop(Duration.ofMillis(200))).isFalse();
        BackfillReport report = run.get();
        assertThat(report.ended()).isFalse();
        assertThat(report.objectsUnsettled()).isEqualTo(1);
        assertThat(report.objectsSettled()).isEqualTo(ledger.size()).isLessThan(20);
    }

    @Test
    void waitsForADestinationThatTurnsEverythingAway() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        BackfillReport report = backfill(this::settled)
                .destinationReady(() -> asked.incrementAndGet() > 3)
                .build()
                .run();
        assertThat(report.isSettled()).isTrue();
    }

    private Backfill.Builder backfill(Backfill.Processor processor) {
        return Backfill.builder().listing(lake).ledger(ledger).processor(processor);
    }

    private ObjectReport settled(ObjectNotification notification) {
        read.add(notification.location().key());
        return report(notification, notification.eTag(), ObjectReport.State.SETTLED, null);
    }

    private static ObjectReport report(
            ObjectNotification notification,
            @Nullable String eTag,
            ObjectReport.State state,
            @Nullable OcsfException failure) {
        SettlementCounts counts =
                failure == null ? new SettlementCounts(ROWS, ROWS, 0, 0, 0) : new SettlementCounts(ROWS, 0, 0, 0, 0);
        return new ObjectReport(
                notification.location(),
                eTag,
                state,
                counts,
                Map.of(),
                ConversionCounts.NONE,
                Duration.ZERO,
                null,
                failure,
                null);
    }

    private static boolean isKey(ObjectNotification notification, int number) {
        return notification.location().key().equals(key(number));
    }

    private static String key(int number) {
        return "aws/S/2.0/region=r/accountId=1/eventDay=202606" + (10 + number) + "/x.parquet";
    }
}
