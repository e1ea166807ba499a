package org.ocsf4j.aws.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.schema.json.JsonTree;

/** The rules are those of the embedded metric format's specification. */
final class EmfObserverTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Set<String> UNITS = Set.of(
            "Seconds",
            "Microseconds",
            "Milliseconds",
            "Bytes",
            "Kilobytes",
            "Megabytes",
            "Gigabytes",
            "Terabytes",
            "Bits",
            "Percent",
            "Count",
            "Bytes/Second",
            "Count/Second",
            "None");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final EmfObserver observer = new EmfObserver(
            "ocsf4j", "ingest", new PrintStream(bytes, true, StandardCharsets.UTF_8), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void writesHowLongAMessageTook() {
        Acknowledgement none = new Acknowledgement() {
            @Override
            public void confirm() {}

            @Override
            public void giveBack(Duration delay) {}
        };
        Notification empty = new Notification.Understood(List.of(), List.of());
        observer.messageAcknowledged(new ReceivedMessage("m-1", 1, empty, none, NOW.minusMillis(1234)));
        observer.messageAcknowledged(new ReceivedMessage("m-2", 1, empty, none));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains(
                        "{\"Name\":\"MessageLag\",\"Unit\":\"Milliseconds\"}",
                        "\"MessageLag\":1234",
                        "\"message\":\"m-1\"")
                .doesNotContain("m-2");
    }

    @Test
    void writesWhatTheSpecificationAsksFor() throws IOException {
        observer.objectFinished(report(ObjectReport.State.SETTLED, new SettlementCounts(15, 8, 4, 2, 1), null));
        observer.objectFinished(report(
                ObjectReport.State.UNSETTLED,
                SettlementCounts.NONE,
                new ConfigurationException("[a \"lake\"\n]" + "x".repeat(5_000))));
        observer.stopped(new ConfigurationException("denied"));
        List<Map<String, Object>> lines = lines();
        assertThat(lines).hasSize(3).allSatisfy(EmfObserverTest::isEmbeddedMetrics);
    }

    @Test
    void countsRowsSoThatTheEquationHoldsInEachLine() throws IOException {
        observer.objectFinished(report(ObjectReport.State.SETTLED, new SettlementCounts(15, 8, 4, 2, 1), null));
        observer.objectFinished(report(
                ObjectReport.State.UNSETTLED,
                new SettlementCounts(100, 3, 0, 1, 0),
                new ConfigurationException("denied")));
        List<Map<String, Object>> lines = lines();
        assertThat(lines).allSatisfy(line -> assertThat(number(line, "RowsRead"))
                .isPositive()
                .isEqualTo(number(line, "RowsIndexed")
                        + number(line, "RowsAlreadyPresent")
                        + number(line, "RowsDeadLettered")
                        + number(line, "RowsFiltered")));
        assertThat(lines.get(0))
                .containsEntry("RowsIndexed", 8L)
                .containsEntry("ObjectsSettled", 1L)
                .containsEntry("ObjectsUnsettled", 0L)
                .containsEntry("ObjectDuration", 5L)
                .containsEntry("ObjectLag", 90_000L)
                .containsEntry("object", "s3://lake/key")
                .doesNotContainKey("cause");
        assertThat(lines.get(1))
                .containsEntry("ObjectsSettled", 0L)
                .containsEntry("ObjectsUnsettled", 1L)
                .containsEntry("cause", "denied");
    }

    @Test
    void refusesNamesThatCloudWatchRefuses() {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new EmfObserver("a b", "s", out)).hasMessageContaining("namespace");
        assertThatThrownBy(() -> new EmfObserver("a", "", out)).hasMessageContaining("service");
    }

    private static void isEmbeddedMetrics(Map<String, Object> line) {
        Map<String, Object> metadata = object(line.get("_aws"));
        assertThat(metadata.get("Timestamp")).isEqualTo(NOW.toEpochMilli());
        List<Object> directives = array(metadata.get("CloudWatchMetrics"));
        assertThat(directives).isNotEmpty();
        for (Object each : directives) {
            Map<String, Object> directive = object(each);
            assertThat(directive.get("Namespace")).asString().hasSizeBetween(1, 1024);
            for (Object set : array(directive.get("Dimensions"))) {
                assertThat(array(set)).hasSizeLessThanOrEqualTo(30).allSatisfy(name -> assertThat(
                                line.get(String.valueOf(name)))
                        .as("a dimension's value is text: %s", name)
                        .isInstanceOf(String.class));
            }
            assertThat(array(directive.get("Metrics"))).hasSizeBetween(1, 100).allSatisfy(metric -> {
                String name = String.valueOf(object(metric).get("Name"));
                assertThat(name).hasSizeBetween(1, 1024);
                assertThat(object(metric).get("Unit")).isIn(UNITS);
                assertThat(line.get(name))
                        .as("a metric's value is a number: %s", name)
                        .isInstanceOf(Long.class);
            });
        }
    }

    private List<Map<String, Object>> lines() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : bytes.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JsonTree.parseObject(line.getBytes(StandardCharsets.UTF_8)));
        }
        return lines;
    }

    private static Map<String, Object> object(@Nullable Object value) {
        return Objects.requireNonNull(JsonTree.objectOrNull(value));
    }

    private static List<Object> array(@Nullable Object value) {
        return Objects.requireNonNull(JsonTree.arrayOrNull(value));
    }

    private static long number(Map<String, Object> line, String name) {
        return (long) Objects.requireNonNull(line.get(name), name);
    }

    private static ObjectReport report(
            ObjectReport.State state, SettlementCounts counts, @Nullable OcsfException failure) {
        return new ObjectReport(
                new ObjectLocation("lake", "key"),
                "e",
                state,
                counts,
                Map.of(),
                ConversionCounts.NONE,
                Duration.ofMillis(5),
                Duration.ofSeconds(90),
                failure,
                null);
    }
}
