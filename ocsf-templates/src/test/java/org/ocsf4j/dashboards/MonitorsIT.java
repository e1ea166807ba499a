package org.ocsf4j.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.opensearch.AdminAnswer;
import org.ocsf4j.schema.json.JsonTree;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;
import org.ocsf4j.testkit.lake.Story;

/**
 * Each monitor over the sample lake: the search as it is exported, its period put in as Alerting does, and its trigger's condition in
 * Painless. The sample's stories are on its first day; the second has ordinary events only.
 */
class MonitorsIT {

    /** A monitor, the story that it is for, and the ordinary events that it is right about; none where absent. */
    enum Case {
        LOGIN(
                "console-login-without-mfa",
                "The same user then logs in from the same address without MFA",
                "{\"term\":{\"api.operation\":\"ConsoleLogin\"}},{\"bool\":{\"must_not\":"
                        + "{\"term\":{\"status\":\"Failure\"}}}},"
                        + "{\"bool\":{\"should\":[{\"term\":{\"is_mfa\":false}},{\"term\":{\"mfa\":false}}]}},"
                        + "{\"terms\":{\"actor.user.type\":[\"IAMUser\",\"Root\"]}}"),
        ROOT("root-use", "The root user calls APIs", "{\"term\":{\"actor.user.type\":\"Root\"}}"),
        FINDING(
                "critical-finding",
                "A critical vulnerability with a known exploit and a fixed version",
                "{\"term\":{\"severity\":\"Critical\"}},{\"range\":{\"class_uid\":{\"gte\":2001,\"lte\":2004}}},"
                        + "{\"bool\":{\"must_not\":[{\"terms\":{\"status\":[\"Resolved\",\"Suppressed\"]}},"
                        + "{\"terms\":{\"state\":[\"Resolved\",\"Suppressed\"]}}]}}"),
        SCAN(
                "port-scan",
                "One address outside tries hundreds of ports of one host and is refused",
                "{\"match_none\":{}}"),
        NXDOMAIN("nxdomain-burst", "One instance asks for random long names that do not exist", "{\"match_none\":{}}"),
        DENIED("denied-api-burst", "A user tries one call after another and is denied each", "{\"match_none\":{}}"),
        TRAIL(
                "trail-tampering",
                "A user stops a trail and deletes it",
                "{\"terms\":{\"api.operation\":[\"StopLogging\",\"DeleteTrail\"]}}");

        final String monitor;
        final String story;
        final String ordinary;

        Case(String monitor, String story, String ordinary) {
            this.monitor = monitor;
            this.story = story;
            this.ordinary = ordinary;
        }

        boolean isBurst() {
            return Monitors.named(monitor).burst() != null;
        }

        Story story() {
            return SampleLake.stories().stream()
                    .filter(candidate -> candidate.name().equals(story))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long SECOND_DAY = SampleLake.DEFAULT_START.toEpochMilli() + 24 * HOUR;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SampleIndices indices;

    @BeforeAll
    static void indexTheLake() throws Exception {
        indices = new SampleIndices();
        List<SampleObject> objects = SampleLake.builder().build().writeTo(folder.resolve("lake"));
        assertThat(indices.deliver(objects.stream().map(SampleObject::path).toList(), folder.resolve("letters")))
                .isEqualTo(SampleLake.DEFAULT_ROWS);
    }

    @AfterAll
    static void removeIndices() {
        indices.close();
    }

    @Test
    void everyMonitorHasItsCase() {
        assertThat(Monitors.all())
                .extracting(Monitor::id)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Case.values()).stream().map(c -> c.monitor).toList());
    }

    /** The checks of the dashboards' fields, for those of the monitors. */
    @Test
    void looksOnlyAtMappedFields() throws Exception {
        PanelContract contract = new PanelContract(indices.admin(), TimeRange.ALL);
        for (Monitor monitor : Monitors.all()) {
            List<Field> fields = new ArrayList<>(monitor.show());
            if (monitor.burst() != null) {
                fields.add(monitor.burst().by());
            }
            assertThat(contract.mapping(new Dashboard(
                            monitor.id(),
                            monitor.title(),
                            monitor.about(),
                            monitor.indices(),
                            monitor.query(),
                            fields,
                            List.of())))
                    .as(monitor.id())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsItsStory(Case c) throws Exception {
        Story story = c.story();
        String itsRows = terms(story);
        Map<String, Object> span = answer(
                "ocsf-*",
                "{\"size\":0,\"query\":{\"bool\":{\"filter\":[" + itsRows
                        + "]}},\"aggs\":{\"last\":{\"max\":{\"field\":\"time\"}}}}");
        long last = ((Number) at(span, "aggregations", "last", "value")).longValue();
        Map<String, Object> exported = exported(c.monitor);

        assertThat(fires(exported, last + 1)).as("when it has just happened").isTrue();
        assertThat(fires(exported, last + HOUR / 2)).as("half an hour later").isTrue();
        assertThat(fires(exported, SampleLake.DEFAULT_START.toEpochMilli()))
                .as("before there were events")
                .isFalse();

        String query = text(at(search(exported), "query", "query")).replace("{{period_end}}", Long.toString(last + 1));
        String where = String.join(",", strings(search(exported).get("indices")));
        long wanted = c.isBurst() ? story.rows() : count(where, itsRows + ',' + c.ordinary);
        assertThat(wanted).as("rows of the story").isBetween(1L, (long) story.rows());
        assertThat(count(where, query + ',' + itsRows)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void isSilentOnADayWithoutTheStory(Case c) throws Exception {
        Map<String, Object> exported = exported(c.monitor);
        int silent = 0;
        for (long end = SECOND_DAY + HOUR; end <= SECOND_DAY + 24 * HOUR; end += HOUR) {
            Map<String, Object> ordinary = answer(
                    "ocsf-*",
                    "{\"size\":0,\"query\":{\"bool\":{\"filter\":[{\"range\":{\"time\":{\"gte\":" + (end - HOUR)
                            + ",\"lt\":" + end + "}}}," + c.ordinary + "]}}}");
            boolean right = !Long.valueOf(0).equals(at(ordinary, "hits", "total", "value"));
            assertThat(fires(exported, end)).as("the hour before " + end).isEqualTo(right);
            silent += right ? 0 : 1;
        }
        assertThat(silent).as("silent hours").isPositive();
        if (c != Case.LOGIN && c != Case.FINDING) {
            assertThat(silent).isEqualTo(24);
        }
    }

    /** Whether the trigger's condition holds for the answer to the search, as Alerting would run both. */
    private static boolean fires(Map<String, Object> exported, long periodEnd) throws Exception {
        Map<String, Object> search = search(exported);
        Map<String, Object> found = answer(
                String.join(",", strings(search.get("indices"))),
                text(search.get("query")).replace("{{period_end}}", Long.toString(periodEnd)));
        Map<String, Object> trigger = object(list(exported.get("triggers")).get(0));
        String condition = (String) at(trigger, "query_level_trigger", "condition", "script", "source");
        Map<String, Object> script = Map.of(
                "source",
                condition.replace("ctx.", "params.ctx."),
                "params",
                Map.of("ctx", Map.of("results", List.of(found))));
        AdminAnswer run = indices.admin()
                .request(
                        "POST",
                        "/_scripts/painless/_execute",
                        text(Map.of("script", script)).getBytes(StandardCharsets.UTF_8));
        String result = (String) JsonTree.parseObject(run.body()).get("result");
        assertThat(result).as(new String(run.body(), StandardCharsets.UTF_8)).isIn("true", "false");
        return Boolean.parseBoolean(result);
    }

    private static Map<String, Object> exported(String monitor) throws Exception {
        return JsonTree.parseObject(Monitors.export(Monitors.named(monitor), null));
    }

    private static Map<String, Object> search(Map<String, Object> exported) {
        return object(object(list(exported.get("inputs")).get(0)).get("search"));
    }

    private static long count(String where, String filters) {
        String query = "{\"query\":{\"bool\":{\"filter\":[" + filters + "]}}}";
        return indices.admin().count(where, query.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> answer(String where, String query) throws Exception {
        return JsonTree.parseObject(indices.admin().search(where, query.getBytes(StandardCharsets.UTF_8)));
    }

    /** What only the story's rows have together. */
    private static String terms(Story story) {
        List<String> terms = new ArrayList<>();
        story.fields().forEach((field, value) -> terms.add("{\"term\":{\"" + field + "\":\"" + value + "\"}}"));
        terms.add("{\"term\":{\"class_uid\":" + story.table().classUid() + "}}");
        return String.join(",", terms);
    }

    private static Object at(Map<String, Object> tree, String... path) {
        Object value = tree;
        for (String member : path) {
            value = Objects.requireNonNull(object(value).get(member), member);
        }
        return value;
    }

    private static String text(@Nullable Object tree) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonTree.write(Objects.requireNonNull(tree), bytes, false);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> strings(@Nullable Object value) {
        return JsonTree.texts(value);
    }

    private static List<Object> list(@Nullable Object value) {
        List<Object> list = JsonTree.arrayOrNull(value);
        return list == null ? List.of() : list;
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = JsonTree.objectOrNull(value);
        return object == null ? Map.of() : object;
    }
}
