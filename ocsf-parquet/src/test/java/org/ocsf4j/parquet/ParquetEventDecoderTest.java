package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.parquet.internal.file.LocalContent;

final class ParquetEventDecoderTest {

    private static final String EVENT = "optional int32 class_uid; optional int64 time;"
            + "optional group metadata { optional binary version (STRING); } repeated int32 tags;";

    private static byte[] events(int rows, long rowsPerGroup) {
        TestFile file = TestFile.of(EVENT, rowsPerGroup, 3, WriterVersion.PARQUET_2_0);
        for (int i = 0; i < rows; i++) {
            int n = i;
            file.row(row -> {
                row.append("class_uid", 4001).append("time", (long) n);
                row.addGroup("metadata").add("version", "1.1.0");
                for (int tag = 0; tag < n % 3; tag++) {
                    row.add("tags", n);
                }
            });
        }
        return file.bytes();
    }

    private static List<String> rowsFrom(byte[] parquet, long firstRow) {
        ObjectContent content = LocalContent.of("x", parquet);
        EventBatch batch = new EventBatch(100, 4);
        List<String> rows = new ArrayList<>();
        try (EventCursor cursor = new ParquetEventDecoder().open(content, firstRow)) {
            for (batch.clear(content.identity()); cursor.fill(batch); batch.clear(content.identity())) {
                for (int i = 0; i < batch.count(); i++) {
                    rows.add(batch.row(i) + " " + batch.event(i));
                }
            }
            assertThat(cursor.fill(batch)).isFalse();
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 11, 25, 34, 35, 1000})
    void startsAtAnyRowAndNumbersRowsAsTheFileDoes(long firstRow) {
        byte[] parquet = events(35, 10);
        List<String> all = rowsFrom(parquet, 0);
        assertThat(all).hasSize(35);
        assertThat(all.get(34)).startsWith("34 {\"class_uid\":4001,\"time\":34,");
        assertThat(rowsFrom(parquet, firstRow)).isEqualTo(all.subList((int) Math.min(firstRow, 35), 35));
    }

    @Test
    void saysWhatEachEventIsAndWhenItHappened() {
        byte[] parquet = TestFile.of(
                        "optional int64 class_uid; optional int64 time (TIMESTAMP(MICROS,true)); optional group metadata { optional binary version; }")
                .row(row -> row.append("class_uid", 6003L)
                        .append("time", -1L)
                        .addGroup("metadata")
                        .add("version", "1.1.0"))
                .row(row -> {})
                .row(row -> row.append("class_uid", 6003L)
                        .append("time", 5_000L)
                        .addGroup("metadata")
                        .add("version", "1.1.0"))
                .bytes();
        ObjectContent content = LocalContent.of("x", parquet);
        EventBatch batch = new EventBatch(1 << 16, 100);
        batch.clear(content.identity());
        try (EventCursor cursor = new ParquetEventDecoder().open(content, 0)) {
            assertThat(cursor.totalRows()).isEqualTo(3);
            assertThat(cursor.fill(batch)).isTrue();
        }
        assertThat(batch.eventClass(0)).isEqualTo(new EventClass("1.1.0", 6003L));
        assertThat(batch.eventClass(1)).isEqualTo(EventClass.UNKNOWN);
        assertThat(batch.eventClass(2)).isEqualTo(batch.eventClass(0));
        assertThat(List.of(batch.timeMillis(0), batch.timeMillis(1), batch.timeMillis(2)))
                .containsExactly(-1L, EventBatch.NO_TIME, 5L);
    }

    @Test
    void hasNoClassWhereTheColumnsAreOfOtherTypes() {
        byte[] parquet = TestFile.of(
                        "optional binary class_uid (STRING); optional double time; optional int32 metadata;")
                .row(row -> row.append("class_uid", "4001").append("time", 1.0).append("metadata", 1))
                .bytes();
        ObjectContent content = LocalContent.of("x", parquet);
        EventBatch batch = new EventBatch(1 << 16, 100);
        batch.clear(content.identity());
        try (EventCursor cursor = new ParquetEventDecoder().open(content, 0)) {
            cursor.fill(batch);
        }
        assertThat(batch.eventClass(0)).isEqualTo(EventClass.UNKNOWN);
        assertThat(batch.timeMillis(0)).isEqualTo(EventBatch.NO_TIME);
    }

    @Test
    void summarisesAFile() {
        ParquetFileSummary summary = new ParquetInspector().inspect(LocalContent.of("x", events(35, 10)));
        assertThat(summary.rows()).isEqualTo(35);
        assertThat(summary.rowGroups()).hasSize(4);
        assertThat(summary.rowGroups().get(3).rows()).isEqualTo(5);
        assertThat(summary.codecs()).containsExactly("UNCOMPRESSED");
        assertThat(summary.firstEvent()).isEqualTo(new EventClass("1.1.0", 4001L));
        assertThat(summary.createdBy()).startsWith("parquet-mr");
        assertThat(summary.schema()).contains("class_uid");
    }

    /** A store that stops answering after some reads. */
    private record FailingContent(ObjectContent behind, AtomicInteger readsLeft) implements ObjectContent {

        @Override
        public ObjectIdentity identity() {
            return new ObjectIdentity(new ObjectLocation("lake", "x.parquet"), "e");
        }

        @Override
        public long sizeBytes() {
            return behind.sizeBytes();
        }

        @Override
        public void readFully(long position, byte[] target, int offset, int length) {
            if (readsLeft.getAndDecrement() == 0) {
                throw new UnavailableException("[s3://lake/x.parquet] no answer");
            }
            behind.readFully(position, target, offset, length);
        }

        @Override
        public void close() {
            behind.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void passesFailuresOfTheStoreOnAsTheyAre(int reads) {
        ObjectContent content = new FailingContent(LocalContent.of("x", events(35, 10)), new AtomicInteger(reads));
        assertThatThrownBy(() -> new ParquetJson().forEach(content, event -> {}))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("[s3://lake/x.parquet] no answer");
    }
}
