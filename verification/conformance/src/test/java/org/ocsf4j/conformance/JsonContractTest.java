package org.ocsf4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetJson;

/** Every row of every file is the JSON value that an independent reader found in it. */
final class JsonContractTest {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TestFactory
    List<DynamicTest> objectsThatSecurityLakeWrote() throws IOException {
        return tests("lake");
    }

    @TestFactory
    List<DynamicTest> filesOfTheFormatsOwnSuite() throws IOException {
        return tests("parquet-testing");
    }

    private static List<DynamicTest> tests(String folder) throws IOException {
        return SharedData.parquetFiles(folder).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
                .toList();
    }

    private static void check(Path file) throws IOException {
        if (Files.exists(SharedData.expectedRows(file))) {
            hasTheExpectedRows(file);
        } else {
            isRefusedNamingThePage(file);
        }
    }

    private static void hasTheExpectedRows(Path file) throws IOException {
        List<String> expected = Files.readAllLines(SharedData.expectedRows(file));
        ByteArrayOutputStream ndjson = new ByteArrayOutputStream();
        ParquetJson.Result result = ParquetJson.convert(file, ndjson);
        List<String> actual = ndjson.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(actual).as("rows").hasSize(expected.size());
        assertThat(result.rows()).as("rows counted").isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            JsonNode want = STRICT.readTree(expected.get(row));
            JsonNode got = STRICT.readTree(actual.get(row));
            assertThat(JsonValues.difference("row " + row, want, got)).isNull();
        }
    }

    private static void isRefusedNamingThePage(Path file) {
        assertThatThrownBy(() -> ParquetJson.convert(file, OutputStream.nullOutputStream()))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining("row group 0, column ")
                .hasMessageMatching("(?s).*(, page \\d+\\]|dictionary page).*")
                .hasMessageContaining("checksum");
    }
}
