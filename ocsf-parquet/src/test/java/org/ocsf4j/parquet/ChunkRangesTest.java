package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.junit.jupiter.api.Test;

/** No two column chunks claim the same bytes of a file. */
final class ChunkRangesTest {

    private static final byte[] SOUND = sound();

    private static byte[] sound() {
        TestFile file = TestFile.of("required int64 a; required int64 b;", 100, 100, WriterVersion.PARQUET_1_0);
        for (int i = 0; i < 300; i++) {
            long n = i * 7_919L;
            file.row(row -> row.append("a", n).append("b", -n));
        }
        return file.bytes();
    }

    private static String convert(Consumer<FileMetaData> forgery) {
        return TestFile.json(ForgedFile.withFooter(SOUND, forgery), ParquetOptions.defaults());
    }

    private static void claim(ColumnMetaData thief, ColumnMetaData owner) {
        thief.setData_page_offset(owner.getData_page_offset());
        thief.unsetDictionary_page_offset();
        if (owner.isSetDictionary_page_offset()) {
            thief.setDictionary_page_offset(owner.getDictionary_page_offset());
        }
        thief.setTotal_compressed_size(owner.getTotal_compressed_size());
    }

    @Test
    void refusesAColumnThatClaimsTheBytesOfAnother() {
        assertThatThrownBy(
                        () -> convert(footer -> claim(ForgedFile.chunk(footer, 1, 1), ForgedFile.chunk(footer, 1, 0))))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageStartingWith("[bytes in memory: row group 1, column b] the column chunk claims bytes of")
                .hasMessageContaining("row group 1, column a");
    }

    @Test
    void refusesARowGroupThatIsAnotherOnceMore() {
        assertThatThrownBy(() -> convert(footer -> {
                    claim(ForgedFile.chunk(footer, 2, 0), ForgedFile.chunk(footer, 0, 0));
                    claim(ForgedFile.chunk(footer, 2, 1), ForgedFile.chunk(footer, 0, 1));
                }))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("row group 2, column a] the column chunk claims bytes of another");
    }

    @Test
    void refusesAChunkThatReachesOneByteIntoTheNext() {
        assertThatThrownBy(() -> convert(footer -> {
                    ColumnMetaData first = ForgedFile.chunk(footer, 0, 0);
                    first.setTotal_compressed_size(first.getTotal_compressed_size() + 1);
                }))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("row group 0, column b] the column chunk claims bytes of another");
    }

    @Test
    void takesRowGroupsInAnotherOrderThanTheirBytes() {
        assertThat(convert(footer -> Collections.swap(Objects.requireNonNull(footer.getRow_groups()), 0, 2))
                        .lines())
                .hasSize(300);
    }

    @Test
    void mendsChunksThatLackTheHeaderOfTheirDictionary() {
        TestFile file =
                TestFile.of("required binary a (STRING); required int32 b;", 100, 100, WriterVersion.PARQUET_1_0);
        for (int i = 0; i < 200; i++) {
            String text = "text " + i % 5;
            file.row(row -> row.append("a", text).append("b", 1));
        }
        byte[] sound = file.bytes();
        byte[] shortened = ForgedFile.withFooter(sound, footer -> {
            for (int rowGroup = 0; rowGroup < 2; rowGroup++) {
                ColumnMetaData chunk = ForgedFile.chunk(footer, rowGroup, 0);
                chunk.setTotal_compressed_size(chunk.getTotal_compressed_size() - 20);
            }
        });
        assertThat(TestFile.json(shortened, ParquetOptions.defaults()))
                .isEqualTo(TestFile.json(sound, ParquetOptions.defaults()));
    }
}
