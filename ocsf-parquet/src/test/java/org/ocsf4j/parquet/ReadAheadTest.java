package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.parquet.internal.block.BlockDecoder;
import org.ocsf4j.parquet.internal.block.BlockFile;
import org.ocsf4j.parquet.internal.page.PageLimits;

/** What comes next is read while rows are converted: within the budget, once, and not behind close. */
@Timeout(30)
final class ReadAheadTest {

    private static final int GROUPS = 8;
    private static final int GROUP_ROWS = 400;
    private static final int ROWS = GROUPS * GROUP_ROWS;
    private static final int TAIL = 64 << 10;

    /** About 800 KB a row group, in two columns. */
    private static final byte[] PARQUET = parquet();

    private static byte[] parquet() {
        TestFile file = TestFile.of(
                "required int64 n; required binary a; required binary b;", GROUP_ROWS, 20, WriterVersion.PARQUET_1_0);
        Random random = new Random(5);
        for (int i = 0; i < ROWS; i++) {
            long n = i;
            file.row(row -> row.append("n", n).append("a", text(random)).append("b", text(random)));
        }
        return file.bytes();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 1_000) {
            text.append(Integer.toString(random.nextInt(), 36));
        }
        return text.toString();
    }

    private static EventCursor open(RecordingContent content, TestExecutor executor, int windowBytes) {
        PageLimits limits = PageLimits.DEFAULT;
        BlockFile file = BlockDecoder.file(content, ParquetOptions.defaults());
        BlockFile withWindows = new BlockFile(
                content,
                file.place(),
                file.metadata(),
                file.row(),
                file.options(),
                new PageLimits(
                        limits.footerBytes(),
                        limits.pageBytes(),
                        limits.rowGroupBytes(),
                        limits.heldBytes(),
                        limits.expansionRatio(),
                        limits.expansionFloorBytes(),
                        limits.nesting(),
                        windowBytes));
        return withWindows.cursor(0, executor);
    }

    private static List<Long> rows(EventCursor cursor, RecordingContent content) {
        List<Long> rows = new ArrayList<>();
        EventBatch batch = new EventBatch(100_000, 1_000);
        for (batch.clear(content.identity()); cursor.fill(batch); batch.clear(content.identity())) {
            for (int i = 0; i < batch.count(); i++) {
                assertThat(batch.event(i).toString()).startsWith("{\"n\":" + batch.row(i) + ",");
                rows.add(batch.row(i));
            }
        }
        return rows;
    }

    private static void fillOnce(EventCursor cursor, RecordingContent content) {
        EventBatch batch = new EventBatch(1, 1);
        batch.clear(content.identity());
        assertThat(cursor.fill(batch)).isTrue();
    }

    /** What was read of the row groups, behind the tail with the footer. */
    private static List<RecordingContent.Range> data(RecordingContent content) {
        List<RecordingContent.Range> ranges = content.ranges();
        return ranges.stream().filter(range -> range.length() != TAIL).toList();
    }

    private static long bytes(List<RecordingContent.Range> ranges) {
        return ranges.stream().mapToLong(RecordingContent.Range::length).sum();
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryByteOnceAndDeliversEveryRowWhateverTheExecutorDoes(TestExecutor.Kind kind) {
        for (int windowBytes : new int[] {4 << 20, 1 << 20, 1}) {
            try (TestExecutor executor = new TestExecutor(kind)) {
                RecordingContent content = new RecordingContent(PARQUET);
                try (EventCursor cursor = open(content, executor, windowBytes)) {
                    assertThat(rows(cursor, content)).hasSize(ROWS).isSorted();
                }
                assertThat(bytes(data(content))).isLessThanOrEqualTo(PARQUET.length);
                assertThat(executor.running()).isZero();
            }
        }
    }

    @Test
    void readsTheNextRowGroupAndNoMoreWhileOneIsConverted() {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.ONE_THREAD)) {
            RecordingContent content = new RecordingContent(PARQUET);
            try (EventCursor cursor = open(content, executor, 4 << 20)) {
                fillOnce(cursor, content);
                executor.awaitIdle();
                assertThat(data(content)).hasSize(2);
                assertThat(data(content).get(0).thread()).isSameAs(Thread.currentThread());
                assertThat(data(content).get(1).thread()).isNotSameAs(Thread.currentThread());
            }
        }
    }

    @Test
    void readsNoSecondRowGroupWhereBothDoNotFitTheBudget() {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.ONE_THREAD)) {
            RecordingContent content = new RecordingContent(PARQUET);
            try (EventCursor cursor = open(content, executor, 1 << 20)) {
                fillOnce(cursor, content);
                executor.awaitIdle();
                // A window and the next one of each column, each 128 KiB or its share of half the budget.
                assertThat(bytes(data(content))).isBetween(4L * (128 << 10), (1L << 20) + 2 * 3 * (128 << 10));
            }
        }
    }

    @Test
    void doesNotWaitForWhatIsNotNeededYet() {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.ONE_THREAD)) {
            CountDownLatch released = new CountDownLatch(1);
            Thread caller = Thread.currentThread();
            RecordingContent content = new RecordingContent(PARQUET, position -> {
                if (Thread.currentThread() != caller) {
                    await(released);
                }
            });
            try (EventCursor cursor = open(content, executor, 4 << 20)) {
                EventBatch batch = new EventBatch(Integer.MAX_VALUE, GROUP_ROWS - 1);
                batch.clear(content.identity());
                assertThat(cursor.fill(batch)).isTrue();
                assertThat(batch.count()).isEqualTo(GROUP_ROWS - 1);
                released.countDown();
                assertThat(rows(cursor, content)).hasSize(ROWS - GROUP_ROWS + 1);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECT", "ONE_THREAD", "MANY_THREADS", "REJECTING"})
    void throwsWhatTheReadThrewBehindTheRowsBefore(TestExecutor.Kind kind) {
        UnavailableException gone = new UnavailableException("[bucket] gone");
        for (int windowBytes : new int[] {4 << 20, 1}) {
            try (TestExecutor executor = new TestExecutor(kind)) {
                RecordingContent content = new RecordingContent(PARQUET, position -> {
                    if (position > PARQUET.length / 2 && position < PARQUET.length - TAIL) {
                        throw gone;
                    }
                });
                List<Long> rows = new ArrayList<>();
                EventBatch batch = new EventBatch(1, 1);
                try (EventCursor cursor = open(content, executor, windowBytes)) {
                    assertThatThrownBy(() -> {
                                for (batch.clear(content.identity());
                                        cursor.fill(batch);
                                        batch.clear(content.identity())) {
                                    rows.add(batch.row(0));
                                }
                            })
                            .isSameAs(gone);
                }
                assertThat(rows).hasSizeGreaterThan(ROWS / 4).hasSizeLessThan(ROWS);
            }
        }
    }

    @Test
    void readsNothingBehindClose() throws InterruptedException {
        for (int windowBytes : new int[] {4 << 20, 1 << 20}) {
            try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.MANY_THREADS)) {
                CountDownLatch reading = new CountDownLatch(1);
                AtomicBoolean ended = new AtomicBoolean();
                Thread caller = Thread.currentThread();
                RecordingContent content = new RecordingContent(PARQUET, position -> {
                    if (Thread.currentThread() != caller) {
                        reading.countDown();
                        pause();
                        ended.set(true);
                    }
                });
                EventCursor cursor = open(content, executor, windowBytes);
                fillOnce(cursor, content);
                reading.await();
                cursor.close();
                assertThat(ended).isTrue();
                int read = content.ranges().size();
                executor.awaitIdle();
                assertThat(content.ranges()).hasSize(read);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void givesAnExecutorThatDoesNothingOneTaskForEachColumn() {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.DROPPING)) {
            RecordingContent content = new RecordingContent(PARQUET);
            try (EventCursor cursor = open(content, executor, 1)) {
                assertThat(rows(cursor, content)).hasSize(ROWS);
            }
            assertThat(executor.given()).isLessThanOrEqualTo(3 * GROUPS);
        }
    }
}
