package org.ocsf4j.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableColumnsTest {

    @ParameterizedTest
    @EnumSource
    void hasTheColumnsThatSecurityLakeWrites(LakeTable table) throws IOException {
        Path facts = SharedData.folder("columns").resolve(table.columnsName() + ".parquet-schema");
        assumeTrue(Files.exists(facts), () -> "skipped: no facts about " + table);
        MessageType expected = MessageTypeParser.parseMessageType(asMessage(Files.readString(facts)));

        MessageType actual = TableColumns.of(table, ColumnSet.COMPLETE);

        assertThat(leaves(actual)).isEqualTo(leaves(expected));
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void lacksOnlyOptionalColumnsInEarlierObjects(LakeTable table) {
        MessageType complete = TableColumns.of(table, ColumnSet.COMPLETE);

        MessageType earlier = TableColumns.of(table, ColumnSet.EARLIER);

        assertThat(leaves(complete)).containsAll(leaves(earlier));
        for (ColumnDescriptor column : complete.getColumns()) {
            if (!earlier.containsPath(column.getPath())) {
                assertThat(column.getMaxDefinitionLevel())
                        .as(String.join(".", column.getPath()))
                        .isPositive();
            }
        }
    }

    private static List<String> leaves(MessageType schema) {
        return schema.getColumns().stream()
                .map(column -> String.join(".", column.getPath()) + " " + column.getPrimitiveType() + " "
                        + column.getMaxDefinitionLevel() + " " + column.getMaxRepetitionLevel())
                .toList();
    }

    /** The facts are in another reader's words; these are Parquet's. */
    private static String asMessage(String facts) {
        return facts.replaceFirst("(?s)^<.*?required group field_id=-1", "message")
                .replace(" field_id=-1", "")
                .replaceAll("\\(Timestamp\\([^\\n]*\\)\\)", "(TIMESTAMP_MILLIS)")
                .replace("repeated group map (Map)", "repeated group map (MAP_KEY_VALUE)")
                .replace("(Map)", "(MAP)")
                .replace("(List)", "(LIST)")
                .replace("(String)", "(UTF8)")
                .replaceAll("\\(Decimal\\(precision=(\\d+), scale=(\\d+)\\)\\)", "(DECIMAL($1,$2))");
    }
}
