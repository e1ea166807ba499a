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
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.parquet.ParquetJson;
import org.ocsf4j.schema.normalize.NormalizedEvent;
import org.ocsf4j.schema.normalize.OcsfNormalizer;
import org.ocsf4j.schema.normalize.ShapeNormalizer;
import org.ocsf4j.schema.view.OcsfEventView;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;

/** Events of Security Lake's own sources, normalised by shape, beside what the tree makes of them. */
final class NormalizedShapesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private static final long SAMPLE_ROWS = 60_000;
    private static final List<String> TARGETS = List.of("1.1.0", "1.3.0", "1.8.0");

    /** Standards in {@code unmapped}, which normalising takes apart, and observables that are equal: no shape holds them. */
    private static final Set<String> LEFT_TO_THE_TREE = Set.of(
            "1.1.0 v1-security_finding.parquet",
            "1.3.0 v1-security_finding.parquet",
            "1.8.0 v1-security_finding.parquet",
            "1.8.0 v2-detection_finding.parquet");

    @TestFactory
    List<DynamicTest> whatSecurityLakeWroteBecomesTheSame() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String target : TARGETS) {
            OcsfNormalizer tree = OcsfNormalizer.builder().target(target).build();
            for (Path file : SharedData.parquetFiles("lake")) {
                String name = target + " " + file.getFileName();
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    ShapeNormalizer shapes = tree.byShape();
                    for (byte[] event : events(file)) {
                        for (int time = 0; time < 4; time++) { // it is learned at the second
                            check(tree, shapes, event);
                        }
                    }
                    assertThat(shapes.byTree()).isEqualTo(LEFT_TO_THE_TREE.contains(name) ? 4 : 2);
                }));
            }
        }
        return tests;
    }

    @Test
    void sampleLakeBecomesTheSameAndMostOfItWithoutATree(@TempDir Path folder) throws IOException {
        long count = 0;
        OcsfNormalizer tree = OcsfNormalizer.builder().build();
        ShapeNormalizer shapes = tree.byShape();
        for (SampleObject object :
                SampleLake.builder().rows(SAMPLE_ROWS).build().writeTo(folder)) {
            for (byte[] event : events(object.path())) {
                check(tree, shapes, event);
                count++;
            }
        }
        assertThat(count).isEqualTo(SAMPLE_ROWS);
        assertThat(shapes.byTree()).isLessThan(SAMPLE_ROWS / 10);
    }

    private static void check(OcsfNormalizer tree, ShapeNormalizer shapes, byte[] event) throws IOException {
        NormalizedEvent expected = tree.normalize(event, 0, event.length);
        assertThat(expected.problem()).isNull();
        OcsfEventView view = new OcsfEventView().of(event, 0, event.length);
        EventClass eventClass = new EventClass(view.textAt("metadata.version"), view.longAt("class_uid"));
        shapes.begin(event.length * 2);
        assertThat(shapes.normalize(event, 0, event.length, eventClass)).isTrue();
        String difference = JsonValues.difference(
                "", JSON.readTree(expected.json()), JSON.readTree(shapes.buffer(), shapes.offset(), shapes.length()));
        assertThat(difference)
                .as(() -> new String(event, StandardCharsets.UTF_8))
                .isNull();
        assertThat(shapes.eventClass().classUid())
                .isEqualTo(JSON.readTree(expected.json()).get("class_uid").longValue());
        assertThat(shapes.timeMillis())
                .isEqualTo(JSON.readTree(expected.json()).get("time").longValue());
    }

    private static List<byte[]> events(Path file) throws IOException {
        ByteArrayOutputStream ndjson = new ByteArrayOutputStream();
        ParquetJson.convert(file, ndjson);
        return ndjson.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
