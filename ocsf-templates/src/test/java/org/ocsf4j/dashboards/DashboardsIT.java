package org.ocsf4j.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;

/** Every panel of every dashboard over the sample lake, on a real node with the generated templates. */
class DashboardsIT {

    private static final long FROM = SampleLake.DEFAULT_START.toEpochMilli();
    private static final TimeRange DAYS =
            new TimeRange(FROM, FROM + Duration.ofDays(SampleLake.DEFAULT_DAYS).toMillis());
    private static final String HEALTH = "ocsf-health-2026.06.01";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SampleIndices indices;

    @SuppressWarnings("NullAway.Init")
    private static PanelContract contract;

    @BeforeAll
    static void indexTheLake() throws Exception {
        indices = new SampleIndices();
        contract = new PanelContract(indices.admin(), DAYS);
        List<SampleObject> objects = SampleLake.builder().build().writeTo(folder.resolve("lake"));
        List<Path> files = objects.stream().map(SampleObject::path).toList();
        assertThat(indices.deliver(files, folder.resolve("letters"))).isEqualTo(SampleLake.DEFAULT_ROWS);
        indices.index(HEALTH, health());
    }

    @AfterAll
    static void removeIndices() {
        indices.close();
    }

    static List<Dashboard> dashboards() {
        return Dashboards.all();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyFieldIsMappedAsItsAggregationNeedsIt(Dashboard dashboard) throws Exception {
        assertThat(contract.mapping(dashboard)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelHasSomethingToShow(Dashboard dashboard) throws Exception {
        assertThat(contract.rows(dashboard, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void ofEitherGenerationAlone(Dashboard dashboard) throws Exception {
        for (String version : List.of("1.0.0-rc.2", "1.1.0")) {
            assertThat(contract.rows(dashboard, Map.of(version(dashboard), List.of(version))))
                    .as(version)
                    .isEmpty();
        }
    }

    private static Field version(Dashboard dashboard) {
        return dashboard.controls().stream()
                .filter(field -> field.id().equals("metadata.version"))
                .findFirst()
                .orElseThrow();
    }

    /** What a pipeline says of itself, of both generations. */
    private static List<String> health() {
        List<String> documents = new ArrayList<>();
        for (String version : List.of("1.0.0-rc.2", "1.1.0")) {
            documents.add(
                    "{\"time\":" + (FROM + 1) + ",\"kind\":\"settlement\",\"source\":\"VPC_FLOW\",\"object\":\"ext/a\","
                            + "\"state\":\"SETTLED\",\"class_name\":\"Network Activity\",\"class_uid\":4001,"
                            + "\"metadata\":{\"version\":\"" + version + "\"},\"rows\":{\"read\":100,\"indexed\":98,"
                            + "\"already_present\":1,\"dead_lettered\":1,\"filtered\":0},\"elapsed_ms\":250,\"lag_ms\":1200,"
                            + "\"rows_per_second\":400.5}");
            documents.add("{\"time\":" + (FROM + 2)
                    + ",\"kind\":\"dead_letter\",\"source\":\"VPC_FLOW\",\"object\":\"ext/a\","
                    + "\"class_name\":\"Network Activity\",\"metadata\":{\"version\":\"" + version + "\"},"
                    + "\"error_type\":\"mapper_parsing_exception\",\"reason\":\"failed to parse field [time]\"}");
        }
        return documents;
    }
}
