package org.ocsf4j.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.schema.OcsfClass;

/** Machine-readable reports: one JSON object on one line. */
public final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonLine() {}

    /** Writes the members of an object. */
    public interface Members {
        void write(JsonGenerator out) throws IOException;
    }

    /** A line. */
    public static String of(Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            members.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** An array of strings. */
    public static void strings(JsonGenerator out, String name, Collection<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    /** The settlement equation's terms. */
    public static void counts(JsonGenerator out, SettlementCounts counts) throws IOException {
        out.writeNumberField("rowsRead", counts.read());
        out.writeNumberField("indexed", counts.indexed());
        out.writeNumberField("alreadyPresent", counts.alreadyPresent());
        out.writeNumberField("deadLettered", counts.deadLettered());
        out.writeNumberField("filtered", counts.filtered());
    }

    static void ocsfClass(JsonGenerator out, OcsfClass c) throws IOException {
        out.writeStringField("version", c.version());
        out.writeNumberField("classUid", c.uid());
        out.writeStringField("className", c.name());
    }

    /** What went wrong. */
    public static void problems(JsonGenerator out, List<RunReport.Problem> problems) throws IOException {
        out.writeArrayFieldStart("problems");
        for (RunReport.Problem problem : problems) {
            out.writeStartObject();
            out.writeStringField("subject", problem.subject());
            out.writeStringField("cause", problem.cause());
            out.writeBooleanField("settled", problem.settled());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** The members of a run's report, without what a destination says. */
    static void run(JsonGenerator out, RunReport report) throws IOException {
        out.writeNumberField("objects", report.objectsSettled());
        counts(out, report.counts());
        out.writeNumberField("messagesAcknowledged", report.messagesAcknowledged());
        out.writeNumberField("messagesLeft", report.messagesLeft());
        out.writeNumberField("objectsDeadLettered", report.objectsDeadLettered());
        out.writeNumberField("objectsUnsettled", report.objectsUnsettled());
        out.writeBooleanField("settled", report.isSettled());
        classes(out, report.classes());
        problems(out, report);
    }

    /** The settlement equation's terms by event class. */
    public static void classes(JsonGenerator out, Map<OcsfClass, SettlementCounts> classes) throws IOException {
        out.writeArrayFieldStart("classes");
        for (Map.Entry<OcsfClass, SettlementCounts> entry : classes.entrySet()) {
            out.writeStartObject();
            ocsfClass(out, entry.getKey());
            counts(out, entry.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static void problems(JsonGenerator out, RunReport report) throws IOException {
        problems(out, report.problems());
    }
}
