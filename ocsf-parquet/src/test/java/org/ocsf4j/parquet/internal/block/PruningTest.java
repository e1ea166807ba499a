package org.ocsf4j.parquet.internal.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.RowFilter;
import org.ocsf4j.transform.Transform;

/** What a transform does not need is not read: counted in bytes. */
final class PruningTest {

    private static final int ROW_GROUPS = 10;
    private static final int ROWS_OF_GROUP = 1_000;
    private static final int ROWS = ROW_GROUPS * ROWS_OF_GROUP;

    /** The end of a file is read in one go, as a footer is mostly shorter. */
    private static final long FOOTER_BYTES = 64 << 10;

    private static final String SCHEMA = "message event { required int64 time; required binary name (STRING);"
            + " optional binary absent (STRING); required binary large (STRING); }";
    private static final byte[] FILE = SmallFile.of(SCHEMA, ROWS, ROWS_OF_GROUP, (row, group) -> {
        group.append("time", (long) row);
        group.append("name", "%05d".formatted(row));
        group.append("large", "%050d".formatted(row * 7_919L));
    });

    private record Reading(long rows, long filtered, long firstRow, long bytes) {}

    @Test
    void everythingIsReadWithoutATransform() {
        Reading all = read(Transform.NONE);

        assertThat(all.rows).isEqualTo(ROWS);
        assertThat(all.bytes).isGreaterThan(FILE.length);
    }

    @Test
    void aRangeReadsTheRowGroupsThatItTouches() {
        Reading some = read(Transform.NONE.where(RowFilter.range("time", 4_990, 5_009)));

        assertThat(some.rows).isEqualTo(20);
        assertThat(some.filtered).isEqualTo(ROWS - 20);
        assertThat(some.firstRow).isEqualTo(4_990);
        assertThat(some.bytes).isBetween(FILE.length / 10L, FILE.length * 2L / ROW_GROUPS + FOOTER_BYTES);
    }

    @Test
    void aStringReadsTheRowGroupThatMayHaveIt() {
        Reading one = read(Transform.NONE.where(RowFilter.equal("name", "07123")));

        assertThat(one).returns(1L, Reading::rows).returns(7_123L, Reading::firstRow);
        assertThat(one.bytes).isLessThan(FILE.length / ROW_GROUPS + FOOTER_BYTES);
    }

    @Test
    void aPrefixReadsTheRowGroupsThatMayHaveIt() {
        Reading some = read(Transform.NONE.where(RowFilter.prefix("name", "030")));

        assertThat(some).returns(100L, Reading::rows).returns(3_000L, Reading::firstRow);
        assertThat(some.bytes).isLessThan(FILE.length / ROW_GROUPS + FOOTER_BYTES);
    }

    @Test
    void whatNoRowGroupMayHaveReadsTheFooterOnly() {
        long footer = read(Transform.NONE.where(RowFilter.range("time", ROWS, ROWS * 2L))).bytes;

        assertThat(footer).isEqualTo(FOOTER_BYTES);
        assertThat(read(Transform.NONE.where(RowFilter.equal("time", -1))).bytes)
                .isEqualTo(footer);
        assertThat(read(Transform.NONE.where(RowFilter.present("absent"))).bytes)
                .isEqualTo(footer);
        assertThat(read(Transform.NONE.where(RowFilter.present("no.such.field"))).bytes)
                .isEqualTo(footer);
        assertThat(read(Transform.NONE.where(RowFilter.present("no.such.field"))).filtered)
                .isEqualTo(ROWS);
    }

    @Test
    void allIsReadWhereANegationMightMatch() {
        Reading most = read(Transform.NONE.where(RowFilter.not(RowFilter.range("time", 0, 4_999))));

        assertThat(most).returns(5_000L, Reading::rows).returns(5_000L, Reading::filtered);
    }

    @Test
    void aDroppedColumnIsNotRead() {
        Reading without = read(Transform.NONE.with(FieldRule.drop("large")));

        assertThat(without.rows).isEqualTo(ROWS);
        assertThat(without.bytes).isLessThan(FILE.length / 3);
    }

    @Test
    void aDroppedColumnThatIsFilteredByIsRead() {
        Transform transform = Transform.NONE
                .where(RowFilter.equal("large", "%050d".formatted(0)))
                .with(FieldRule.drop("large"));

        assertThat(read(transform)).returns(1L, Reading::rows).returns(0L, Reading::firstRow);
    }

    private static Reading read(Transform transform) {
        EventBatch batch = new EventBatch(1 << 16, Integer.MAX_VALUE);
        ParquetOptions options = ParquetOptions.builder().transform(transform).build();
        long rows = 0;
        long firstRow = -1;
        try (CountedContent file = new CountedContent(FILE);
                EventCursor cursor = BlockDecoder.open(file, 0, options)) {
            for (batch.clear(file.identity()); cursor.fill(batch); batch.clear(file.identity())) {
                firstRow = rows == 0 ? batch.row(0) : firstRow;
                rows += batch.count();
            }
            assertThat(rows + cursor.filteredRows()).isEqualTo(cursor.totalRows());
            return new Reading(rows, cursor.filteredRows(), firstRow, file.bytesRead());
        }
    }
}
