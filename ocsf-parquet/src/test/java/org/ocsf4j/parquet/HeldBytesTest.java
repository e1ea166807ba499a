package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.parquet.internal.page.PageLimits;

/** What the columns of a row group hold at once has a limit, whatever each page may have. */
final class HeldBytesTest {

    private static final int ROWS = 2_000;

    private static ParquetOptions holding(long bytes) {
        return ParquetOptions.builder().maxHeldBytes(bytes).build();
    }

    private static byte[] wide(int columns, int rowsPerGroup) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            fields.append("required binary c").append(i).append(" (STRING); ");
        }
        TestFile file = TestFile.of(fields.toString(), rowsPerGroup, ROWS, WriterVersion.PARQUET_1_0);
        for (int i = 0; i < ROWS; i++) {
            String text = String.format("%0100d", i);
            file.row(row -> {
                for (int column = 0; column < columns; column++) {
                    row.append("c" + column, text);
                }
            });
        }
        return file.bytes();
    }

    @Test
    void refusesManyPagesOfWhichEachIsWithinTheLimitNamingTheColumn() {
        byte[] parquet = wide(20, ROWS);
        assertThatThrownBy(() -> TestFile.json(parquet, holding(4 << 20)))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageMatching("(?s)\\[bytes in memory: row group 0, column c\\d+.*")
                .hasMessageContaining("maxHeldBytes");
        assertThat(TestFile.json(parquet, holding(64 << 20)).lines()).hasSize(ROWS);
    }

    @Test
    void letsGoOfWhatTheRowGroupsBeforeNeeded() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            fields.append("optional binary c").append(i).append(" (STRING); ");
        }
        TestFile file = TestFile.of(fields.toString(), 100, 100, WriterVersion.PARQUET_1_0);
        for (int i = 0; i < 2_000; i++) {
            String column = "c" + i / 100; // one column large in each row group
            String text = String.format("%02000d", i);
            file.row(row -> row.append(column, text));
        }
        assertThat(TestFile.json(file.bytes(), holding(2 << 20)).lines()).hasSize(2_000);
    }

    @ParameterizedTest
    @EnumSource
    void refusesRowsOfManyElementsInManyLists(WriterVersion version) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            fields.append("repeated int32 c").append(i).append("; ");
        }
        byte[] parquet = TestFile.of(fields.toString(), 1, 1 << 20, version)
                .row(row -> {
                    for (int i = 0; i < 20; i++) {
                        for (int k = 0; k < 100_000; k++) {
                            row.add("c" + i, 1);
                        }
                    }
                })
                .bytes();
        assertThat(parquet).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> TestFile.json(parquet, holding(16 << 20)))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageMatching("(?s)\\[bytes in memory: row group 0, column c\\d+.*")
                .hasMessageContaining("maxHeldBytes");
        assertThat(TestFile.json(
                        parquet,
                        ParquetOptions.builder().maxDocumentBytes(8 << 20).build()))
                .hasSizeGreaterThan(20 * 200_000);
    }

    @Test
    void hasTheSameDefaultBelowAndInTheOptions() {
        assertThat(ParquetOptions.defaults().maxHeldBytes()).isEqualTo(PageLimits.DEFAULT.heldBytes());
        assertThatIllegalArgumentException().isThrownBy(() -> holding(0)).withMessageContaining("maxHeldBytes");
    }
}
