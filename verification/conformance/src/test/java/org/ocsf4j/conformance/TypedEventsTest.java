package org.ocsf4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.events.BaseEvent;
import org.ocsf4j.events.Events;
import org.ocsf4j.events.OcsfEvent;
import org.ocsf4j.parquet.ParquetJson;
import org.ocsf4j.schema.validate.Finding;
import org.ocsf4j.schema.validate.OcsfValidator;
import org.ocsf4j.schema.validate.Severity;
import org.ocsf4j.schema.validate.SourceValidation;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;

/** Events of Security Lake's own sources as records. */
final class TypedEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private static final long SAMPLE_ROWS = 100_000;

    /** What version 2 of Security Lake's own sources adds to the schema. */
    private static final List<String> EXTRAS = List.of("accountid", "region", "asl_version");

    @TestFactory
    List<DynamicTest> whatSecurityLakeWroteIsWrittenAsItWasRead() throws IOException {
        return SharedData.parquetFiles("lake").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    for (String event : events(file)) {
                        checkRoundTrip(event);
                    }
                }))
                .toList();
    }

    @Test
    void sampleLakeIsWrittenAsItWasRead(@TempDir Path folder) throws IOException {
        long count = 0;
        for (SampleObject object :
                SampleLake.builder().rows(SAMPLE_ROWS).build().writeTo(folder)) {
            for (String event : events(object.path())) {
                checkRoundTrip(event);
                count++;
            }
        }
        assertThat(count).isEqualTo(SAMPLE_ROWS);
    }

    private static void checkRoundTrip(String json) throws IOException {
        OcsfEvent event = Events.read(utf8(json));
        assertThat(event).isNotInstanceOf(BaseEvent.class);
        String difference = JsonValues.difference("", JSON.readTree(json), JSON.readTree(Events.write(event)));
        assertThat(difference).as(json).isNull();
    }

    @TestFactory
    List<DynamicTest> upgradedEventsAreValidAsTheNewestVersion() throws IOException {
        return SharedData.parquetFiles("lake").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> checkUpgraded(file)))
                .toList();
    }

    private static void checkUpgraded(Path file) throws IOException {
        List<String> errors = new ArrayList<>();
        for (String json : events(file)) {
            OcsfEvent event = Events.readUpgraded(utf8(json));
            assertThat(event.additional().keySet()).isSubsetOf(EXTRAS);
            byte[] written = Events.write(event);
            SourceValidation validation = OcsfValidator.builder().build().source("upgraded");
            validation.check(written, 0, written.length);
            for (Finding finding : validation.findings()) {
                if (finding.severity() == Severity.ERROR) {
                    errors.add(finding.rule() + " " + finding.path());
                }
            }
        }
        String name = file.getFileName().toString().replace(".parquet", "");
        assertThat(errors).isEqualTo(LACKING_IN_THE_SOURCE.getOrDefault(name, List.of()));
    }

    /** What the newest version requires and the source does not have. */
    private static final Map<String, List<String>> LACKING_IN_THE_SOURCE = Map.of(
            "v2-authentication", List.of("AT_LEAST_ONE "),
            "v2-detection_finding", List.of("MISSING_REQUIRED evidences[].process.file.type_id"));

    private static List<String> events(Path file) throws IOException {
        ByteArrayOutputStream ndjson = new ByteArrayOutputStream();
        ParquetJson.convert(file, ndjson);
        return ndjson.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
