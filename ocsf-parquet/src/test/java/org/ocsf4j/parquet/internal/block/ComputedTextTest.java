package org.ocsf4j.parquet.internal.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import org.ocsf4j.parquet.internal.file.LocalContent;

/** What is made from several columns: as the plain decoder makes it, and no more of it in memory than is needed. */
final class ComputedTextTest {

    private static final String VARIANT =
            "message event { required group v (VARIANT(1)) { required binary metadata; required binary value; } }";

    /** An array of an array of an array…, each of {@code fan} times the same, around a string: few bytes, much text. */
    private static byte[] bomb(int depth, int fan) {
        byte[] value = {1 << 2 | 1, 'x'};
        for (int i = 0; i < depth; i++) {
            ByteArrayOutputStream array = new ByteArrayOutputStream();
            array.write(1 << 2 | 3);
            array.write(fan);
            array.writeBytes(new byte[2 * fan]); // every element begins at 0
            array.write(value.length);
            array.write(value.length >> 8);
            array.writeBytes(value);
            value = array.toByteArray();
        }
        return value;
    }

    private static LocalContent variants(int rows, byte[] value) {
        return LocalContent.of("x", SmallFile.of(VARIANT, rows, (row, group) -> group.addGroup("v")
                .append("metadata", Binary.fromConstantByteArray(RandomVariant.METADATA))
                .append("value", Binary.fromConstantByteArray(value))));
    }

    private static String difference(LocalContent file, ParquetOptions options) {
        return String.valueOf(DecoderComparison.difference(file, 0, options, 1 << 16));
    }

    @Test
    void makesAgainWhatIsTooMuchToKeep() {
        LocalContent file = variants(300, bomb(4, 12)); // 300 times 85 KB
        assertThat(difference(file, ParquetOptions.defaults())).isEqualTo("null");
    }

    @Test
    void refusesAVariantOfFewBytesThatMakesADocumentTooLong() {
        LocalContent file = variants(500, bomb(60, 2));
        assertThatThrownBy(() -> difference(file, ParquetOptions.defaults()))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("maxDocumentBytes");
    }

    /** Each map inside a key doubles the marks that must be escaped. */
    @Test
    void writesMapsWithinKeysOfMaps() {
        int depth = 8;
        StringBuilder key = new StringBuilder("required binary key (STRING); ");
        for (int i = 0; i < depth; i++) {
            key = new StringBuilder(
                    "required group key (MAP) { repeated group kv { " + key + "optional int32 value; } } ");
        }
        String schema =
                "message event { required group m (MAP) { repeated group kv { " + key + "optional int32 value; } } }";
        byte[] parquet = SmallFile.of(schema, 20, (row, group) -> {
            Group map = group.addGroup("m");
            fillKeys(map, depth, row);
            fillKeys(map, depth, row % 3);
        });
        LocalContent file = LocalContent.of("x", parquet);
        assertThat(difference(file, ParquetOptions.defaults())).isEqualTo("null");
        ParquetOptions narrow = ParquetOptions.builder().maxDocumentBytes(300).build();
        assertThatThrownBy(() -> difference(file, narrow))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("maxDocumentBytes");
    }

    private static void fillKeys(Group map, int depth, int row) {
        Group entry = map.addGroup("kv");
        if (depth == 0) {
            entry.add("key", "\"" + row);
        } else {
            fillKeys(entry.addGroup("key"), depth - 1, row);
        }
        entry.add("value", row);
    }

    @Test
    void refusesMoreLevelsThanAByteHolds() {
        String field = "optional int32 x;";
        for (int i = 0; i < 127; i++) {
            field = "optional group g { " + field + " }";
        }
        byte[] parquet = SmallFile.of("message event { " + field + " }", 1, (row, group) -> {});
        ParquetOptions deep = ParquetOptions.builder().maxNesting(200).build();
        assertThatThrownBy(() -> BlockDecoder.open(LocalContent.of("x", parquet), 0, deep))
                .isInstanceOf(ParquetUnsupportedException.class)
                .hasMessageContaining("nests too deeply; 128")
                .hasMessageContaining("column g.g.");
        byte[] shallower = SmallFile.of(
                "message event { optional group a { " + field.replace("optional", "required") + " } }",
                3,
                (row, group) -> {});
        assertThat(difference(LocalContent.of("x", shallower), deep)).isEqualTo("null");
    }

    @Test
    void keepsEqualKeysApartOnlyWhereTheirNamesAre() {
        String schema = "message event { required group m (MAP) { repeated group kv { optional binary key (JSON);"
                + " optional int32 value; } } }";
        String[] keys = {"1", "\"1\"", " 1", "{\"a\":1}", "{ \"a\" : 1 }", "nonsense", "\"nonsense\""};
        byte[] parquet = SmallFile.of(schema, 50, (row, group) -> {
            Group map = group.addGroup("m");
            for (String key : Arrays.asList(keys).subList(row % keys.length, keys.length)) {
                map.addGroup("kv").append("key", key).add("value", row);
            }
            map.addGroup("kv");
        });
        ParquetOptions embed = ParquetOptions.builder().embedJson(true).build();
        assertThat(difference(LocalContent.of("x", parquet), embed)).isEqualTo("null");
        assertThat(difference(LocalContent.of("x", parquet), ParquetOptions.defaults()))
                .isEqualTo("null");
    }
}
