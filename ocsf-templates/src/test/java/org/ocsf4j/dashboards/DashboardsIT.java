package org.ocsf4j.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    /** Of version 1.0.0-rc.2 some columns are not written, and the sample has no root user. */
    @Test
    void ofEitherGenerationAlone() throws Exception {
        Map<String, List<String>> empty = Map.of(
                "1.1.0",
                List.of(),
                "1.0.0-rc.2",
                List.of(
                        "security-findings-9", // vulnerabilities.affected_packages.fixed_in_version
                        "security-findings-10", // vulnerabilities.is_exploit_available
                        "security-findings-16", // finding_info.first_seen_time_dt
                        "api-activity-5", // root
                        "api-activity-9", // root
                        "api-activity-20")); // accountid
        for (Map.Entry<String, List<String>> version : empty.entrySet()) {
            List<String> found = new ArrayList<>();
            for (Dashboard dashboard : Dashboards.all()) {
                contract.rows(dashboard, Map.of(version(dashboard), List.of(version.getKey())))
                        .forEach(problem -> found.add(problem.substring(0, problem.indexOf(' '))));
            }
            assertThat(found).as(version.getKey()).containsExactlyElementsOf(version.getValue());
        }
    }

    @Test
    void aFieldOfAnotherNameBreaksTheContract() throws Exception {
        Dashboard renamed = network("src_endpoint.ip", "src_endpoint.address");
        assertThat(contract.mapping(renamed))
                .contains("network-activity: field src_endpoint.address is not mapped; src_endpoint.address");
        assertThat(contract.rows(renamed, Map.of()))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .contains("network-activity-7", "network-activity-8", "network-activity-10");
    }

    @Test
    void aQueryUnderAnotherNameBreaksTheContract() throws Exception {
        Dashboard renamed = network("activity_name:Refuse", "activity_title:Refuse");
        assertThat(contract.mapping(renamed))
                .containsExactly("network-activity: a query looks where nothing is found; activity_title");
        assertThat(contract.rows(renamed, Map.of())).hasSizeGreaterThan(4);
    }

    @Test
    void aFieldOfAnotherTypeBreaksTheContract() throws Exception {
        assertThat(contract.mapping(network(
                        "\"label\": \"Source\", \"kind\": \"ip\"", "\"label\": \"Source\", \"kind\": \"number\"")))
                .containsExactly("network-activity: field src_endpoint.ip is ip and not number; src_endpoint.ip");
    }

    @Test
    void findsTheNamesThatAQueryLooksUnder() {
        assertThat(PanelContract.queried(
                        "a.b:(X OR Y*) AND _exists_:c_d AND NOT e:\"f:g\" OR h:/i:.{2}/ AND j:[1 TO 2]"))
                .containsExactly("a.b", "c_d", "e", "h", "j");
    }

    /** The dashboard about networks where its files had another text. */
    private static Dashboard network(String text, String other) {
        return DashboardReader.dashboard(
                "network-activity.json",
                replaced("network-activity.json", text, other),
                DashboardReader.fields("fields.json", replaced("fields.json", text, other)));
    }

    private static byte[] replaced(String file, String text, String other) {
        return new String(Dashboards.bytes(file), StandardCharsets.UTF_8)
                .replace(text, other)
                .getBytes(StandardCharsets.UTF_8);
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
