package org.ocsf4j.dashboards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The searches that panels make, as bodies for {@code _search}. What a reader chooses gets in as values of {@code term} queries on
 * the dashboard's own controls, never as query text.
 */
public final class PanelSearch {

    /** How many values a control offers. */
    public static final int MAX_CHOICES = 50;

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_INNER = 10;
    private static final int PRECISION = 3_000;

    private PanelSearch() {}

    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    /** The search of a panel in a time range, narrowed by values of fields. */
    public static byte[] of(Dashboard dashboard, Panel panel, TimeRange range, Map<Field, List<String>> chosen) {
        return body(json -> {
            boolean events = panel.kind() == PanelKind.EVENTS;
            json.writeNumberField("size", events ? panel.limit() : 0);
            json.writeBooleanField("track_total_hits", true);
            writeQuery(json, dashboard, panel.query(), dashboard.panels().get(0).time(), range, chosen);
            if (events) {
                writeColumns(json, panel);
            } else {
                writeAggregations(json, panel, 0, range);
            }
        });
    }

    /** The search for the values that a control offers: the most frequent ones, and the first and last time of all. */
    public static byte[] choices(Dashboard dashboard) {
        return body(json -> {
            json.writeNumberField("size", 0);
            json.writeBooleanField("track_total_hits", true);
            writeQuery(json, dashboard, "", dashboard.panels().get(0).time(), TimeRange.ALL, Map.of());
            json.writeObjectFieldStart("aggs");
            for (int i = 0; i < dashboard.controls().size(); i++) {
                json.writeObjectFieldStart("c" + i);
                json.writeObjectFieldStart("terms");
                writeValue(json, dashboard.controls().get(i));
                json.writeNumberField("size", MAX_CHOICES);
                json.writeEndObject();
                json.writeEndObject();
            }
            for (String end : new String[] {"min", "max"}) {
                json.writeObjectFieldStart(end);
                json.writeObjectFieldStart(end);
                json.writeStringField("field", dashboard.panels().get(0).time().name());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static byte[] body(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeQuery(
            JsonGenerator json,
            Dashboard dashboard,
            String query,
            Field time,
            TimeRange range,
            Map<Field, List<String>> chosen)
            throws IOException {
        json.writeObjectFieldStart("query");
        json.writeObjectFieldStart("bool");
        json.writeArrayFieldStart("filter");
        json.writeStartObject();
        json.writeObjectFieldStart("range");
        json.writeObjectFieldStart(time.name());
        json.writeNumberField("gte", range.from());
        json.writeNumberField("lt", range.to());
        json.writeStringField("format", "epoch_millis");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        writeQueryString(json, dashboard.query());
        writeQueryString(json, query);
        for (Map.Entry<Field, List<String>> choice : chosen.entrySet()) {
            writeChoice(json, choice.getKey(), choice.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeQueryString(JsonGenerator json, String query) throws IOException {
        if (!query.isEmpty()) {
            json.writeStartObject();
            json.writeObjectFieldStart("query_string");
            json.writeStringField("query", query);
            json.writeBooleanField("analyze_wildcard", true);
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** Any of the values under any of the field's names. */
    private static void writeChoice(JsonGenerator json, Field field, List<String> values) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("bool");
        json.writeArrayFieldStart("should");
        for (String name : field.names()) {
            json.writeStartObject();
            json.writeObjectFieldStart("terms");
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("minimum_should_match", 1);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeColumns(JsonGenerator json, Panel panel) throws IOException {
        json.writeArrayFieldStart("sort");
        json.writeStartObject();
        json.writeStringField(panel.time().name(), "desc");
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("_source");
        for (Field column : panel.fields()) {
            for (String name : column.names()) {
                json.writeString(name);
            }
        }
        json.writeEndArray();
    }

    /** The aggregation {@code by} of one level, or the metrics {@code m0…} where no level is left. */
    private static void writeAggregations(JsonGenerator json, Panel panel, int level, TimeRange range)
            throws IOException {
        boolean timeline = panel.kind() == PanelKind.TIMELINE;
        int levels = panel.fields().size() + (timeline ? 1 : 0);
        json.writeObjectFieldStart("aggs");
        if (level < levels) {
            json.writeObjectFieldStart("by");
            if (timeline && level == 0) {
                json.writeObjectFieldStart("date_histogram");
                json.writeStringField("field", panel.time().name());
                json.writeStringField("fixed_interval", step(panel, range).toSeconds() + "s");
                json.writeNumberField("min_doc_count", 1);
                json.writeEndObject();
            } else {
                writeTerms(json, panel, level - (timeline ? 1 : 0));
            }
            writeAggregations(json, panel, level + 1, range);
            json.writeEndObject();
        }
        writeMetrics(json, panel);
        json.writeEndObject();
    }

    /** How long a bar of a timeline is: a day where it is not placed by the time that the range is about. */
    public static Duration step(Panel panel, TimeRange range) {
        return panel.time().name().equals("time") ? range.step() : Duration.ofDays(1);
    }

    private static void writeTerms(JsonGenerator json, Panel panel, int field) throws IOException {
        json.writeObjectFieldStart("terms");
        writeValue(json, panel.fields().get(field));
        boolean outermost = field == 0;
        json.writeNumberField("size", outermost ? panel.limit() : Math.min(panel.limit(), MAX_INNER));
        json.writeObjectFieldStart("order");
        String key = panel.metric().function() == Metric.Function.COUNT ? "_count" : "m0";
        json.writeStringField(key, panel.rarest() ? "asc" : "desc");
        json.writeEndObject();
        json.writeEndObject();
    }

    static void writeValue(JsonGenerator json, Field field) throws IOException {
        if (field.isScripted()) {
            json.writeObjectFieldStart("script");
            json.writeStringField("lang", "painless");
            json.writeStringField("source", field.script());
            json.writeEndObject();
            if (field.kind() == FieldKind.BOOLEAN) {
                json.writeStringField("value_type", "boolean");
            }
        } else {
            json.writeStringField("field", field.name());
        }
    }

    private static void writeMetrics(JsonGenerator json, Panel panel) throws IOException {
        for (int i = 0; i < panel.metrics().size(); i++) {
            Metric metric = panel.metrics().get(i);
            if (metric.function() != Metric.Function.COUNT) {
                json.writeObjectFieldStart("m" + i);
                json.writeObjectFieldStart(metric.function().word());
                writeValue(json, metric.measured());
                if (metric.function() == Metric.Function.DISTINCT) {
                    json.writeNumberField("precision_threshold", PRECISION);
                }
                json.writeEndObject();
                json.writeEndObject();
            }
        }
    }
}
