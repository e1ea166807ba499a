package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.transform.RowFilter;
import org.ocsf4j.transform.Transform;

/** Row groups on several threads say what one thread says, whatever the executor does. */
@Timeout(30)
final class ParquetConcurrencyTest {

    private static final int GROUP_ROWS = 500;
    private static final int GROUPS = 12;
    private static final int ROWS = GROUPS * GROUP_ROWS;
    private static final byte[] PARQUET = parquet();

    /** Every row says its ordinal. */
    private static byte[] parquet() {
        TestFile file = TestFile.of(
                "required int64 n; required binary text (STRING);", GROUP_ROWS, 100, WriterVersion.PARQUET_1_0);
        for (int i = 0; i < ROWS; i++) {
            long n = i;
            file.row(row -> row.append("n", n).append("text", "row-" + n + "-" + "x".repeat((int) (n % 50))));
        }
        return file.bytes();
    }

    private static String alone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetJson.convert(PARQUET, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ParquetConcurrency concurrency(TestExecutor executor, boolean inFileOrder, long buffered) {
        return ParquetConcurrency.builder(executor)
                .rowGroupsAtOnce(3)
                .inFileOrder(inFileOrder)
                .maxBufferedBytes(buffered)
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameBytesInTheFilesOrder(TestExecutor.Kind kind) throws IOException {
        for (long buffered : new long[] {1, 1 << 22, 1L << 40}) {
            try (TestExecutor executor = new TestExecutor(kind)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ParquetJson.Result result = new ParquetJson(
                                ParquetOptions.defaults(), concurrency(executor, true, buffered))
                        .write(PARQUET, out);
                assertThat(result.rows()).isEqualTo(ROWS);
                assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(alone());
            }
        }
    }

    @Test
    void filteredRowsAndDocumentsAreAllRowsHoweverManyThreadsThereAre() throws IOException {
        ParquetOptions options = ParquetOptions.builder()
                .transform(Transform.NONE.where(RowFilter.range("n", 1234, 4321)))
                .build();
        assertThat(new ParquetJson(options).write(PARQUET, new ByteArrayOutputStream()))
                .isEqualTo(new ParquetJson.Result(3088, ConversionCounts.NONE, ROWS - 3088));
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.MANY_THREADS)) {
            for (boolean inFileOrder : new boolean[] {true, false}) {
                ParquetJson several = new ParquetJson(options, concurrency(executor, inFileOrder, 1 << 20));
                assertThat(several.write(PARQUET, new ByteArrayOutputStream()))
                        .isEqualTo(new ParquetJson.Result(3088, ConversionCounts.NONE, ROWS - 3088));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void handsOnEveryRowOnceInAnyOrderWithItsOrdinal(TestExecutor.Kind kind) {
        for (long buffered : new long[] {1, 1 << 22, 1L << 40}) {
            try (TestExecutor executor = new TestExecutor(kind)) {
                List<Long> rows = new ArrayList<>();
                new ParquetJson(ParquetOptions.defaults(), concurrency(executor, false, buffered))
                        .forEach(PARQUET, row -> {
                            assertThat(row.toString()).startsWith("{\"n\":" + row.row() + ",");
                            rows.add(row.row());
                        });
                assertThat(rows).containsExactlyInAnyOrderElementsOf(ordinals(0, ROWS));
            }
        }
    }

    private static List<Long> ordinals(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0,100,1000",
        "1,70000,7",
        "499,1000,100000",
        "500,50000,100000",
        "2750,3000,33",
        "5999,64,5",
        "6000,64,5",
        "9000,64,5"
    })
    void decodesFromAnyRowOnIntoBatchesOfAnySize(long firstRow, int batchBytes, int batchEvents) {
        for (TestExecutor.Kind kind :
                new TestExecutor.Kind[] {TestExecutor.Kind.ONE_THREAD, TestExecutor.Kind.MANY_THREADS}) {
            try (TestExecutor executor = new TestExecutor(kind)) {
                List<Long> rows = decode(
                        new RecordingContent(PARQUET), executor, firstRow, new EventBatch(batchBytes, batchEvents));
                assertThat(rows).isEqualTo(ordinals(firstRow, Math.max(firstRow, ROWS)));
            }
        }
    }

    private static List<Long> decode(ObjectContent content, TestExecutor executor, long firstRow, EventBatch batch) {
        List<Long> rows = new ArrayList<>();
        ParquetEventDecoder decoder =
                new ParquetEventDecoder(ParquetOptions.defaults(), concurrency(executor, true, 1 << 20));
        try (EventCursor cursor = decoder.open(content, firstRow)) {
            assertThat(cursor.totalRows()).isEqualTo(ROWS);
            for (batch.clear(content.identity()); cursor.fill(batch); batch.clear(content.identity())) {
                for (int i = 0; i < batch.count(); i++) {
                    assertThat(batch.event(i).toString()).startsWith("{\"n\":" + batch.row(i) + ",");
                    rows.add(batch.row(i));
                }
            }
            assertThat(cursor.fill(batch)).isFalse();
        }
        return rows;
    }

    /** Every row group from the sixth on cannot be read; the earlier ones take their time. */
    private static byte[] damagedFromTheSixthOn() {
        byte[] damaged = PARQUET.clone();
        for (int group = 5; group < GROUPS; group++) {
            byte[] text = ("row-" + (group * GROUP_ROWS + 250) + "-").getBytes(StandardCharsets.UTF_8);
            damaged[indexOf(damaged, text)] ^= 1;
        }
        return damaged;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @EnumSource
    void endsWithTheFirstFailureOfTheFileBehindEveryRowBeforeIt(TestExecutor.Kind kind) {
        byte[] damaged = damagedFromTheSixthOn();
        for (boolean inFileOrder : new boolean[] {true, false}) {
            try (TestExecutor executor = new TestExecutor(kind)) {
                List<Long> rows = new ArrayList<>();
                ParquetJson json =
                        new ParquetJson(ParquetOptions.defaults(), concurrency(executor, inFileOrder, 1L << 30));
                assertThatThrownBy(() -> json.forEach(
                                new RecordingContent(damaged, position -> pauseAt(position, damaged.length / 4)),
                                row -> rows.add(row.row())))
                        .isInstanceOf(ParquetFormatException.class)
                        .hasMessageContaining("row group 5, column text");
                assertThat(rows).containsAll(ordinals(0, 5 * GROUP_ROWS)).doesNotHaveDuplicates();
                if (inFileOrder) {
                    assertThat(rows).isEqualTo(rowsOfOneThread(damaged));
                }
                assertThat(executor.running()).isZero();
            }
        }
    }

    private static List<Long> rowsOfOneThread(byte[] damaged) {
        List<Long> rows = new ArrayList<>();
        assertThatThrownBy(() -> new ParquetJson().forEach(damaged, row -> rows.add(row.row())))
                .isInstanceOf(ParquetFormatException.class);
        return rows;
    }

    private static void pauseAt(long position, long before) {
        try {
            TimeUnit.MILLISECONDS.sleep(position < before ? 10 : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void throwsWhatAReadThrewOnAnotherThread() {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.MANY_THREADS)) {
            UnavailableException gone = new UnavailableException("[bucket] gone");
            RecordingContent content = new RecordingContent(PARQUET, position -> {
                if (position > PARQUET.length / 2 && position < PARQUET.length - (64 << 10)) {
                    throw gone;
                }
            });
            assertThatThrownBy(() -> decode(content, executor, 0, new EventBatch(1 << 20, 1000)))
                    .isSameAs(gone);
        }
    }

    @Test
    void readsNoFurtherThanItsBufferAllowsWhileTheCallerIsBusy() {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.MANY_THREADS)) {
            RecordingContent content = new RecordingContent(PARQUET);
            ParquetEventDecoder decoder = new ParquetEventDecoder(
                    ParquetOptions.defaults(),
                    ParquetConcurrency.builder(executor)
                            .rowGroupsAtOnce(2)
                            .readAhead(false)
                            .maxBufferedBytes(100_000)
                            .build());
            EventBatch batch = new EventBatch(10_000, 10_000);
            try (EventCursor cursor = decoder.open(content, 0)) {
                batch.clear(content.identity());
                assertThat(cursor.fill(batch)).isTrue();
                executor.awaitIdle();
                assertThat(content.ranges()).hasSizeLessThan(1 + 8); // the footer, and what 120,000 bytes come from
            }
        }
    }

    @Test
    void givesAnExecutorThatDoesNothingOneTaskForEachRowGroupAtOnce() throws IOException {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.DROPPING)) {
            new ParquetJson(ParquetOptions.defaults(), concurrency(executor, true, 1 << 20))
                    .write(PARQUET, new ByteArrayOutputStream());
            assertThat(executor.given()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void leavesNothingAtWorkBehindClose() throws InterruptedException {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.MANY_THREADS)) {
            CountDownLatch reading = new CountDownLatch(1);
            RecordingContent content = new RecordingContent(PARQUET, position -> {
                if (position > PARQUET.length / GROUPS && position < PARQUET.length - (64 << 10)) {
                    reading.countDown();
                    pauseAt(0, Long.MAX_VALUE);
                }
            });
            ParquetEventDecoder decoder =
                    new ParquetEventDecoder(ParquetOptions.defaults(), concurrency(executor, true, 1L << 30));
            EventCursor cursor = decoder.open(content, 0);
            EventBatch batch = new EventBatch(1000, 10);
            batch.clear(content.identity());
            assertThat(cursor.fill(batch)).isTrue();
            reading.await();
            cursor.close();
            int read = content.ranges().size();
            executor.awaitIdle();
            assertThat(content.ranges()).hasSize(read);
        }
    }

    @Test
    void endsWhereTheWaitingThreadIsInterrupted() {
        try (TestExecutor executor = new TestExecutor(TestExecutor.Kind.MANY_THREADS)) {
            Thread caller = Thread.currentThread();
            RecordingContent content = new RecordingContent(PARQUET, position -> {
                if (Thread.currentThread() != caller) {
                    pauseAt(0, Long.MAX_VALUE);
                    caller.interrupt();
                }
            });
            EventBatch batch = new EventBatch(1 << 20, 1 << 20);
            try {
                decode(content, executor, 0, batch);
            } catch (UnavailableException e) {
                assertThat(e).hasMessageContaining("interrupted");
            }
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParquetConcurrency.builder(Runnable::run)
                        .rowGroupsAtOnce(0)
                        .build())
                .withMessageContaining("rowGroupsAtOnce");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParquetConcurrency.builder(Runnable::run)
                        .maxBufferedBytes(0)
                        .build())
                .withMessageContaining("maxBufferedBytes");
    }
}
