package org.ocsf4j.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoriesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path directory;

    private static List<SampleObject> objects = List.of();

    @BeforeAll
    static void write() throws IOException {
        objects = SampleLake.builder().rows(8_000).seed(99).build().writeTo(directory);
    }

    static List<Story> stories() {
        return SampleLake.stories();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void isFoundByItsFieldsAndOnlyIts(Story story) throws IOException {
        assertThat(rowsOf(story)).hasSize(story.rows());
    }

    @Test
    void scansHundredsOfPortsOfOneHost() throws IOException {
        List<Group> scan = rowsOf(Stories.PORT_SCAN);

        assertThat(distinct(scan, "dst_endpoint.port")).hasSizeGreaterThan(200);
        assertThat(distinct(scan, "dst_endpoint.ip")).hasSize(1);
        assertThat(distinct(scan, "action")).containsExactly("Denied");
    }

    @Test
    void asksForADifferentLongNameEachTime() throws IOException {
        List<String> names = distinct(rowsOf(Stories.NXDOMAIN_BURST), "query.hostname");

        assertThat(names).hasSize(Stories.NXDOMAIN_BURST.rows()).allMatch(name -> name.length() > 60);
    }

    @Test
    void succeedsOnlyAfterAllFailures() throws IOException {
        long lastFailure = rowsOf(Stories.FAILED_LOGINS).stream()
                .mapToLong(row -> row.getLong("time", 0))
                .max()
                .orElseThrow();
        List<Group> success = rowsOf(Stories.GUESSED_LOGIN);

        assertThat(success.get(0).getLong("time", 0)).isGreaterThan(lastFailure);
        assertThat(distinct(success, "is_mfa")).containsExactly("false");
    }

    @Test
    void stopsTheTrailThenDeletesIt() throws IOException {
        assertThat(distinct(rowsOf(Stories.TRAIL_TAMPERING), "api.operation"))
                .containsExactly("StopLogging", "DeleteTrail");
    }

    @Test
    void namesThePackageAndTheVersionThatIsFixed() throws IOException {
        List<Group> found = rowsOf(Stories.CRITICAL_VULNERABILITY);

        assertThat(distinct(found, "vulnerabilities.is_fix_available")).containsExactly("true");
        assertThat(distinct(found, "vulnerabilities.affected_packages.fixed_in_version"))
                .containsExactly("5.3.18");
    }

    private static List<Group> rowsOf(Story story) throws IOException {
        List<Group> rows = new ArrayList<>();
        for (SampleObject object : objects) {
            if (object.table() == story.table()) {
                for (Group row : ObjectReader.rows(object.path())) {
                    if (matches(row, story.fields())) {
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private static boolean matches(Group row, Map<String, String> fields) {
        return fields.entrySet().stream()
                .allMatch(field -> ObjectReader.values(row, field.getKey()).contains(field.getValue()));
    }

    private static List<String> distinct(List<Group> rows, String path) {
        return rows.stream()
                .flatMap(row -> ObjectReader.values(row, path).stream())
                .distinct()
                .toList();
    }
}
