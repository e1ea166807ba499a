package org.ocsf4j.aws.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.SettlementCounts;

/**
 * Writes one line of JSON for each object that has ended, in CloudWatch's embedded metric format: CloudWatch Logs makes metrics of
 * it, and the whole line can be searched. A message that is acknowledged has a line too, where its source says when it was sent. For Lambda functions and containers whose standard output goes to CloudWatch.
 *
 * <p>{@code RowsRead} is the sum of {@code RowsIndexed}, {@code RowsAlreadyPresent}, {@code RowsDeadLettered} and
 * {@code RowsFiltered}: the settlement equation. {@code ObjectsSettled}, {@code ObjectsContinued}, {@code ObjectsDeadLettered} and
 * {@code ObjectsUnsettled} are 0 or 1. {@code ObjectDuration} and, where the store says when the object was stored,
 * {@code ObjectLag} are in milliseconds, and so is {@code MessageLag}, from sending a message to its acknowledgement. A pipeline that stops because its set-up is wrong writes {@code Stopped}. The one dimension
 * is {@code Service}; object, entity tag and cause are in the line and not in a dimension.
 *
 * <p>Thread-safe. The stream is the caller's, who closes it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
public final class EmfObserver implements PipelineObserver {

    /** The namespace where none is given: {@value}. */
    public static final String DEFAULT_NAMESPACE = "ocsf4j";

    /** The unit of a metric that counts. */
    private static final String COUNT = "Count";

    private static final String MILLISECONDS = "Milliseconds";
    private static final String SERVICE = "Service";
    private static final int MAX_CAUSE = 1024;
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9._/#:-]{1,255}");
    private static final Pattern DIMENSION = Pattern.compile("[!-~]{1,255}");
    private static final JsonFactory JSON = new JsonFactory();

    private final String namespace;
    private final String service;
    private final PrintStream out;
    private final Clock clock;

    /**
     * Writes to {@code out}.
     *
     * @param namespace where CloudWatch shows the metrics: letters, digits and {@code ._/#:-}, 255 at most
     * @param service the value of the dimension {@code Service}, such as the function's name: ASCII without spaces, 255 at most
     */
    public EmfObserver(String namespace, String service, PrintStream out) {
        this(namespace, service, out, Clock.systemUTC());
    }

    EmfObserver(String namespace, String service, PrintStream out, Clock clock) {
        this.namespace = checked("namespace", NAMESPACE, namespace);
        this.service = checked("service", DIMENSION, service);
        this.out = Objects.requireNonNull(out, "out");
        this.clock = clock;
    }

    private static String checked(String option, Pattern allowed, String value) {
        if (!allowed.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "[embedded metrics] " + option + " is not allowed; '" + value + "'; use " + allowed);
        }
        return value;
    }

    @Override
    public void objectFinished(ObjectReport report) {
        SettlementCounts counts = report.counts();
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put("RowsRead", new Metric(COUNT, counts.settled()));
        metrics.put("RowsIndexed", new Metric(COUNT, counts.indexed()));
        metrics.put("RowsAlreadyPresent", new Metric(COUNT, counts.alreadyPresent()));
        metrics.put("RowsDeadLettered", new Metric(COUNT, counts.deadLettered()));
        metrics.put("RowsFiltered", new Metric(COUNT, counts.filtered()));
        metrics.put("ObjectsSettled", ended(report, ObjectReport.State.SETTLED));
        metrics.put("ObjectsContinued", ended(report, ObjectReport.State.CONTINUES));
        metrics.put("ObjectsDeadLettered", ended(report, ObjectReport.State.OBJECT_DEAD_LETTERED));
        metrics.put("ObjectsUnsettled", ended(report, ObjectReport.State.UNSETTLED));
        metrics.put("ObjectDuration", new Metric(MILLISECONDS, report.elapsed().toMillis()));
        Duration age = report.age();
        if (age != null) {
            metrics.put("ObjectLag", new Metric(MILLISECONDS, age.toMillis()));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("object", report.location().toString());
        properties.put("etag", Objects.requireNonNullElse(report.eTag(), ""));
        properties.put("state", report.state().name());
        cause(properties, report.failure());
        write(metrics, properties);
    }

    @Override
    public void messageAcknowledged(ReceivedMessage message) {
        Duration lag = message.age(clock.instant());
        if (lag != null) {
            write(Map.of("MessageLag", new Metric(MILLISECONDS, lag.toMillis())), Map.of("message", message.id()));
        }
    }

    @Override
    public void stopped(OcsfException failure) {
        Map<String, String> properties = new LinkedHashMap<>();
        cause(properties, failure);
        write(Map.of("Stopped", new Metric(COUNT, 1)), properties);
    }

    /** A metric's unit and value. */
    private record Metric(String unit, long value) {}

    private static Metric ended(ObjectReport report, ObjectReport.State state) {
        return new Metric(COUNT, report.state() == state ? 1 : 0);
    }

    private static void cause(Map<String, String> properties, @Nullable OcsfException failure) {
        if (failure != null) {
            String message = String.valueOf(failure.getMessage());
            properties.put("cause", message.substring(0, Math.min(message.length(), MAX_CAUSE)));
        }
    }

    private void write(Map<String, Metric> metrics, Map<String, String> properties) {
        StringWriter line = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            metadata(json, metrics);
            json.writeStringField(SERVICE, service);
            for (Map.Entry<String, Metric> metric : metrics.entrySet()) {
                json.writeNumberField(metric.getKey(), metric.getValue().value());
            }
            for (Map.Entry<String, String> property : properties.entrySet()) {
                json.writeStringField(property.getKey(), property.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(line);
    }

    private void metadata(JsonGenerator json, Map<String, Metric> metrics) throws IOException {
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", clock.millis());
        json.writeArrayFieldStart("CloudWatchMetrics");
        json.writeStartObject();
        json.writeStringField("Namespace", namespace);
        json.writeArrayFieldStart("Dimensions");
        json.writeStartArray();
        json.writeString(SERVICE);
        json.writeEndArray();
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        for (Map.Entry<String, Metric> metric : metrics.entrySet()) {
            json.writeStartObject();
            json.writeStringField("Name", metric.getKey());
            json.writeStringField("Unit", metric.getValue().unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
