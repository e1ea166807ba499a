package org.ocsf4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.parquet.ParquetJson;

/** Values of every type that DuckDB writes: its JSON and ours agree, but for the differences listed here. */
final class DuckDbTypesTest {

    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    /**
     * A value that the two spell differently.
     *
     * @param sql the value
     * @param duckDb DuckDB's line
     * @param ours our line
     * @param reason why ours is as it is
     */
    record Difference(String sql, String duckDb, String ours, String reason) {}

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(
                    "0.1::FLOAT",
                    "{\"v\":0.10000000149011612}",
                    "{\"v\":0.1}",
                    "DuckDB widens a float to a double first; the shortest decimal that reads back is the float's own"),
            new Difference("'nan'::DOUBLE", "{\"v\":NaN}", "{}", "NaN is no JSON"),
            new Difference("'-inf'::FLOAT", "{\"v\":-Infinity}", "{}", "infinities are no JSON"),
            new Difference("NULL::INTEGER", "{\"v\":null}", "{}", "null members are left out by default"),
            new Difference(
                    "{'a': 1, 'b': NULL::INTEGER}",
                    "{\"v\":{\"a\":1,\"b\":null}}",
                    "{\"v\":{\"a\":1}}",
                    "null members are left out by default, inside groups too"),
            new Difference(
                    "'\\x00\\xFF'::BLOB",
                    "{\"v\":\"\\\\x00\\\\xFF\"}",
                    "{\"v\":\"AP8=\"}",
                    "bytes that are no text are base64, not DuckDB's own escapes"),
            new Difference(
                    "TIMESTAMP '2025-07-01 00:00:00.5'",
                    "{\"v\":\"2025-07-01 00:00:00.5\"}",
                    "{\"v\":\"2025-07-01T00:00:00.500\"}",
                    "RFC 3339 with 0, 3, 6 or 9 digits of fraction, not SQL"),
            new Difference(
                    "TIMESTAMPTZ '2025-07-01 02:00:00+02'",
                    "{\"v\":\"2025-07-01 00:00:00+00\"}",
                    "{\"v\":\"2025-07-01T00:00:00Z\"}",
                    "RFC 3339, not SQL"),
            new Difference(
                    "TIMESTAMP_NS '2025-07-01 00:00:00.000000001'",
                    "{\"v\":\"2025-07-01 00:00:00.000000001\"}",
                    "{\"v\":\"2025-07-01T00:00:00.000000001\"}",
                    "RFC 3339, not SQL"),
            new Difference(
                    "'{\"k\": 1}'::JSON",
                    "{\"v\":{\"k\":1}}",
                    "{\"v\":\"{\\\"k\\\": 1}\"}",
                    "JSON stays a string unless embedJson asks for more"),
            new Difference(
                    "INTERVAL 1 DAY",
                    "{\"v\":\"1 day\"}",
                    "{\"v\":\"AAAAAAEAAAAAAAAA\"}",
                    "intervals are base64 of their twelve bytes"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static DuckDb duckDb;

    @BeforeAll
    static void open() throws SQLException {
        duckDb = new DuckDb();
    }

    @AfterAll
    static void close() throws SQLException {
        duckDb.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "(-128)::TINYINT",
                "(-32768)::SMALLINT",
                "(-2147483648)::INTEGER",
                "9223372036854775807::BIGINT",
                "(-9223372036854775808)::BIGINT",
                "255::UTINYINT",
                "65535::USMALLINT",
                "4294967295::UINTEGER",
                "18446744073709551615::UBIGINT",
                "170141183460469231731687303715884105727::HUGEINT",
                "0.5::FLOAT",
                "1e300::DOUBLE",
                "5e-324::DOUBLE",
                "0.1::DOUBLE",
                "(-1.23)::DECIMAL(4, 2)",
                "12345678901.2345::DECIMAL(18, 4)",
                "(-0.00000001)::DECIMAL(38, 8)",
                "''",
                "'é\"\\ 𝄞 \u2028'",
                "chr(1) || chr(9) || chr(10) || chr(127)",
                "'abc'::BLOB",
                "'00112233-4455-6677-8899-aabbccddeeff'::UUID",
                "DATE '1969-12-31'",
                "TIME '23:59:59.123456'",
                "'a'::ENUM('a', 'b')",
                "'1010'::BIT",
                "[1, NULL, 3]",
                "[[1], [], NULL]",
                "[]::INTEGER[]",
                "{'a': {'b': 'x'}}",
                "[{'a': 1}, NULL]",
                "[{'a': [1, 2]}, {'a': []}]",
                "MAP {'x': 1, 'y': NULL}",
                "MAP {1: 'x'}",
                "MAP {'x': [{'a': 1}]}"
            })
    void agree(String value) throws SQLException, IOException {
        Path file = write(value);
        String expected = onlyLine(duckDb.json(file, folder.resolve("value.json")));
        String actual = ours(file);
        assertThat(JsonValues.difference(value, EXACT.readTree(expected), EXACT.readTree(actual)))
                .isNull();
    }

    /** Both spellings are asserted, so that a difference that goes away is noticed too. */
    @ParameterizedTest
    @MethodSource("differences")
    void differOnlyAsKnown(Difference known) throws SQLException, IOException {
        Path file = write(known.sql());
        assertThat(onlyLine(duckDb.json(file, folder.resolve("value.json"))))
                .as("DuckDB")
                .isEqualTo(known.duckDb());
        assertThat(ours(file)).as(known.reason()).isEqualTo(known.ours());
    }

    static List<Difference> differences() {
        return DIFFERENCES;
    }

    private static Path write(String value) throws SQLException {
        Path file = folder.resolve("value.parquet");
        duckDb.write("SELECT " + value + " AS v", file);
        return file;
    }

    private static String ours(Path file) throws IOException {
        ByteArrayOutputStream ndjson = new ByteArrayOutputStream();
        ParquetJson.convert(file, ndjson);
        return onlyLine(ndjson.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static String onlyLine(List<String> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
