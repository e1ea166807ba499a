package org.ocsf4j.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhysicalLayoutTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @Test
    void saysThatParquetMr110WroteIt() throws IOException {
        assertThat(footer(ObjectOptions.defaults()).getCreated_by())
                .isEqualTo("parquet-mr version 1.10.0 (build ${buildNumber})");
    }

    @Test
    void annotatesWithConvertedTypesOnly() throws IOException {
        List<SchemaElement> schema =
                Objects.requireNonNull(footer(ObjectOptions.defaults()).getSchema());

        assertThat(schema).noneMatch(SchemaElement::isSetLogicalType);
        assertThat(schema)
                .anySatisfy(element -> {
                    assertThat(element.getName()).isEqualTo("time_dt");
                    assertThat(element.getConverted_type()).isEqualTo(ConvertedType.TIMESTAMP_MILLIS);
                })
                .anySatisfy(element -> {
                    assertThat(element.getName()).isEqualTo("map");
                    assertThat(element.getConverted_type()).isEqualTo(ConvertedType.MAP_KEY_VALUE);
                })
                .anySatisfy(element -> {
                    assertThat(element.getName()).isEqualTo("array");
                    assertThat(element.getNum_children()).isEqualTo(4);
                });
        assertThat(schema.get(0).getName()).isEqualTo("network_activity");
    }

    @Test
    void hasNoPageIndex() throws IOException {
        for (RowGroup group : groups(ObjectOptions.defaults())) {
            for (ColumnChunk chunk : Objects.requireNonNull(group.getColumns())) {
                assertThat(chunk.isSetColumn_index_offset() || chunk.isSetOffset_index_offset())
                        .isFalse();
            }
        }
    }

    @Test
    void endsRowGroupsByRows() throws IOException {
        assertThat(groups(ObjectOptions.defaults().withRowGroupRows(100)))
                .extracting(RowGroup::getNum_rows)
                .containsExactly(100L, 100L, 100L, 50L);
    }

    @Test
    void beginsWithADictionaryPageAndWritesChecksumsWhenAsked() throws IOException {
        write(ObjectOptions.defaults().withPageChecksums(true));
        assertThat(ObjectReader.firstPage(file()).getType()).isEqualTo(PageType.DICTIONARY_PAGE);
        assertThat(ObjectReader.firstPage(file()).isSetCrc()).isTrue();

        write(ObjectOptions.defaults());
        assertThat(ObjectReader.firstPage(file()).isSetCrc()).isFalse();
    }

    @Test
    void leavesNoBytesBetweenColumnChunksAndFooter() throws IOException {
        SampleObject object = write(ObjectOptions.defaults());
        long chunks = 0;
        for (RowGroup group : Objects.requireNonNull(ObjectReader.footer(file()).getRow_groups())) {
            for (ColumnChunk chunk : Objects.requireNonNull(group.getColumns())) {
                chunks += Objects.requireNonNull(chunk.getMeta_data()).getTotal_compressed_size();
            }
        }
        assertThat(object.sizeBytes()).isEqualTo(4 + chunks + ObjectReader.footerBytes(file()) + 8);
    }

    private List<RowGroup> groups(ObjectOptions options) throws IOException {
        return Objects.requireNonNull(footer(options).getRow_groups());
    }

    private FileMetaData footer(ObjectOptions options) throws IOException {
        write(options);
        return ObjectReader.footer(file());
    }

    private SampleObject write(ObjectOptions options) throws IOException {
        return SampleLake.writeObject(LakeTable.VPC_FLOW_V2, file(), 350, options);
    }

    private Path file() {
        return directory.resolve("flows.parquet");
    }
}
