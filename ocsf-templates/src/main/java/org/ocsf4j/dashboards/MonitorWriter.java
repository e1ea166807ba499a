package org.ocsf4j.dashboards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Monitors in the form of OpenSearch's Alerting: one search, one trigger for the whole of its answer. The threshold of a burst is in the
 * search, so that the trigger only asks whether a bucket is left.
 */
final class MonitorWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int SHOWN_EVENTS = 10;
    private static final int MAX_BUCKETS = 50;
    private static final int PRECISION = 3_000;

    private MonitorWriter() {}

    static void write(Monitor monitor, @Nullable String channel, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("type", "monitor");
            json.writeStringField("monitor_type", "query_level_monitor");
            json.writeStringField("name", "ocsf4j: " + monitor.title());
            json.writeBooleanField("enabled", true);
            json.writeObjectFieldStart("schedule");
            writePeriod(json, "period", "interval", Monitor.INTERVAL_MINUTES);
            json.writeEndObject();
            json.writeArrayFieldStart("inputs");
            json.writeStartObject();
            json.writeObjectFieldStart("search");
            json.writeArrayFieldStart("indices");
            for (String pattern : monitor.indexPatterns()) {
                json.writeString(pattern);
            }
            json.writeEndArray();
            writeSearch(json, monitor);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            writeTrigger(json, monitor, channel);
            json.writeEndObject();
        }
    }

    private static void writePeriod(JsonGenerator json, String name, String number, int minutes) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField(number, minutes);
        json.writeStringField("unit", "MINUTES");
        json.writeEndObject();
    }

    private static void writeSearch(JsonGenerator json, Monitor monitor) throws IOException {
        json.writeObjectFieldStart("query");
        json.writeNumberField("size", SHOWN_EVENTS);
        json.writeBooleanField("track_total_hits", true);
        json.writeArrayFieldStart("_source");
        json.writeString("time");
        for (Field field : monitor.show()) {
            for (String name : field.names()) {
                json.writeString(name);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sort");
        json.writeStartObject();
        json.writeStringField("time", "desc");
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("query");
        json.writeObjectFieldStart("bool");
        json.writeArrayFieldStart("filter");
        json.writeStartObject();
        json.writeObjectFieldStart("range");
        json.writeObjectFieldStart("time");
        json.writeStringField("gte", "{{period_end}}||-" + Monitor.WINDOW_MINUTES + "m");
        json.writeStringField("lt", "{{period_end}}");
        json.writeStringField("format", "epoch_millis");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStartObject();
        json.writeObjectFieldStart("query_string");
        json.writeStringField("query", monitor.query());
        json.writeBooleanField("analyze_wildcard", true);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        if (monitor.burst() != null) {
            writeBurst(json, monitor.burst());
        }
        json.writeEndObject();
    }

    private static void writeBurst(JsonGenerator json, Monitor.Burst burst) throws IOException {
        json.writeObjectFieldStart("aggregations");
        json.writeObjectFieldStart("by");
        json.writeObjectFieldStart("terms");
        PanelSearch.writeValue(json, burst.by());
        json.writeNumberField("size", MAX_BUCKETS);
        json.writeNumberField("min_doc_count", burst.atLeast());
        if (burst.distinct() != null) {
            json.writeObjectFieldStart("order");
            json.writeStringField("distinct", "desc");
            json.writeEndObject();
        }
        json.writeEndObject();
        if (burst.distinct() != null) {
            json.writeObjectFieldStart("aggregations");
            json.writeObjectFieldStart("distinct");
            json.writeObjectFieldStart("cardinality");
            PanelSearch.writeValue(json, burst.distinct());
            json.writeNumberField("precision_threshold", PRECISION);
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectFieldStart("enough");
            json.writeObjectFieldStart("bucket_selector");
            json.writeObjectFieldStart("buckets_path");
            json.writeStringField("distinct", "distinct");
            json.writeEndObject();
            json.writeStringField("script", "params.distinct >= " + burst.atLeast());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeTrigger(JsonGenerator json, Monitor monitor, @Nullable String channel) throws IOException {
        boolean counted = monitor.burst() != null;
        json.writeArrayFieldStart("triggers");
        json.writeStartObject();
        json.writeObjectFieldStart("query_level_trigger");
        json.writeStringField("name", monitor.title());
        json.writeStringField("severity", Integer.toString(monitor.severity()));
        json.writeObjectFieldStart("condition");
        writeScript(
                json,
                "script",
                counted ? "ctx.results[0].aggregations.by.buckets.size() > 0" : "ctx.results[0].hits.total.value > 0",
                "painless");
        json.writeEndObject();
        json.writeArrayFieldStart("actions");
        if (channel != null) {
            writeAction(json, monitor, channel);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void writeAction(JsonGenerator json, Monitor monitor, String channel) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", "notify");
        json.writeStringField("destination_id", channel);
        writeScript(json, "subject_template", "{{ctx.trigger.name}}", "mustache");
        StringBuilder message = new StringBuilder(monitor.about());
        message.append("\n{{ctx.periodStart}} to {{ctx.periodEnd}}\n");
        if (monitor.burst() != null) {
            message.append("{{#ctx.results.0.aggregations.by.buckets}}{{key}} {{doc_count}}\n"
                    + "{{/ctx.results.0.aggregations.by.buckets}}");
        }
        message.append("{{#ctx.results.0.hits.hits}}{{_index}} {{_id}}\n{{/ctx.results.0.hits.hits}}");
        writeScript(json, "message_template", message.toString(), "mustache");
        json.writeBooleanField("throttle_enabled", true);
        writePeriod(json, "throttle", "value", Monitor.THROTTLE_MINUTES);
        json.writeEndObject();
    }

    private static void writeScript(JsonGenerator json, String name, String source, String language)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("source", source);
        json.writeStringField("lang", language);
        json.writeEndObject();
    }
}
