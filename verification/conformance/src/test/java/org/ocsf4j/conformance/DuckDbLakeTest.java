package org.ocsf4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.parquet.ParquetJson;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;

/** DuckDB and we read the same values from every table of the sample lake, over pages, row groups and legacy lists and maps. */
final class DuckDbLakeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ROWS = 400;
    private static final int ROW_GROUP_ROWS = 150;

    /** A list of two levels whose group {@code array} has one field. */
    private static final String GROUPS_OF_ONE_FIELD = ".actor.user.groups[]";

    /** A timestamp as SQL spells it. */
    private static final Pattern SQL_TIMESTAMP =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,9}))?");

    @ParameterizedTest
    @EnumSource(LakeTable.class)
    void readTheSameValues(LakeTable table, @TempDir Path folder) throws IOException, SQLException {
        Path file = folder.resolve("rows.parquet");
        SampleLake.writeObject(table, file, ROWS, ObjectOptions.defaults().withRowGroupRows(ROW_GROUP_ROWS));
        List<String> ours = ours(file);
        try (DuckDb duckDb = new DuckDb()) {
            List<String> theirs = duckDb.json(file, folder.resolve("rows.json"));
            assertThat(ours).hasSize((int) ROWS);
            assertThat(theirs).hasSize((int) ROWS);
            for (int row = 0; row < ROWS; row++) {
                JsonNode expected = inOurSpelling(JSON.readTree(theirs.get(row)));
                JsonNode actual = withoutNulls(JSON.readTree(ours.get(row)));
                assertThat(JsonValues.difference("row " + row, expected, actual))
                        .isNull();
            }
        }
    }

    @Test
    void onlyKnownDifferencesAreRespelled() throws IOException {
        String duckDb = "{\"a\":\"2026-06-01 00:00:01.5\",\"b\":[null,{\"c\":null}],\"d\":\"2026-06-01\",\"e\":null,"
                + "\"f\":7.800000190734863,\"g\":0.1,\"actor\":{\"user\":{\"groups\":[\"x\"]}},\"groups\":[\"x\"]}";
        assertThat(inOurSpelling(JSON.readTree(duckDb)))
                .hasToString(
                        "{\"a\":\"2026-06-01T00:00:01.500Z\",\"b\":[null,{}],\"d\":\"2026-06-01\","
                                + "\"f\":7.8,\"g\":0.1,\"actor\":{\"user\":{\"groups\":[{\"name\":\"x\"}]}},\"groups\":[\"x\"]}");
    }

    private static List<String> ours(Path file) throws IOException {
        ByteArrayOutputStream ndjson = new ByteArrayOutputStream();
        ParquetJson.convert(file, ndjson);
        return ndjson.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /**
     * The four known differences. DuckDB writes members that are null; it spells timestamps as SQL does and forgets that the older
     * annotation TIMESTAMP_MILLIS means UTC; it widens floats to doubles; and in a list of two levels it takes the only field of
     * the group {@code array} for the element, where the format's compatibility rules take the group.
     */
    private static JsonNode inOurSpelling(JsonNode node) {
        return respell("", node, true);
    }

    private static JsonNode withoutNulls(JsonNode node) {
        return respell("", node, false);
    }

    private static JsonNode respell(String path, JsonNode node, boolean values) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(member -> {
                if (!member.getValue().isNull()) {
                    copy.set(member.getKey(), respell(path + "." + member.getKey(), member.getValue(), values));
                }
            });
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(respell(path + "[]", element, values)));
            return copy;
        }
        return values ? value(path, node) : node;
    }

    private static JsonNode value(String path, JsonNode node) {
        if (node.isDouble() && node.doubleValue() == (float) node.doubleValue()) {
            return DoubleNode.valueOf(Double.parseDouble(Float.toString((float) node.doubleValue())));
        }
        if (!node.isTextual()) {
            return node;
        }
        if (path.equals(GROUPS_OF_ONE_FIELD)) {
            return JSON.createObjectNode().set("name", node);
        }
        return TextNode.valueOf(rfc3339(node.textValue()));
    }

    private static String rfc3339(String text) {
        Matcher sql = SQL_TIMESTAMP.matcher(text);
        if (!sql.matches()) {
            return text;
        }
        String digits = sql.group(3) == null ? "" : sql.group(3);
        String fraction = digits.isEmpty() ? "" : "." + digits + "0".repeat((3 - digits.length() % 3) % 3);
        return sql.group(1) + "T" + sql.group(2) + fraction + "Z";
    }
}
