package org.ocsf4j.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.ocsf4j.fuzz.judge.Outcome;

/** A report for programs. */
final class ReportJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int REFUSALS = 1_000;

    private ReportJson() {}

    static String of(Report report, FuzzOptions options, double seconds) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("seed", options.seed());
            json.writeNumberField("firstCase", options.firstCase());
            json.writeNumberField("cases", report.cases());
            json.writeNumberField("rows", report.rows());
            json.writeNumberField("seconds", seconds);
            json.writeNumberField("heapBytes", Runtime.getRuntime().maxMemory());
            json.writeNumberField("failed", report.failed());
            outcomes(json, "outcomes", report.outcomes());
            json.writeObjectFieldStart("forged");
            for (Map.Entry<String, Map<Outcome, Long>> entry :
                    report.byMutator().entrySet()) {
                outcomes(json, entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("refusals");
            for (Map.Entry<String, Long> entry : report.refusals(REFUSALS)) {
                json.writeNumberField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            failures(json, report);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void outcomes(JsonGenerator json, String name, Map<Outcome, Long> outcomes) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<Outcome, Long> entry : outcomes.entrySet()) {
            json.writeNumberField(entry.getKey().name(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void failures(JsonGenerator json, Report report) throws IOException {
        json.writeArrayFieldStart("failures");
        for (Failure failure : report.failures()) {
            json.writeStartObject();
            json.writeNumberField("case", failure.number());
            json.writeStringField("description", failure.description());
            json.writeStringField("outcome", failure.outcome().name());
            json.writeStringField("detail", failure.detail());
            json.writeStringField("stackTrace", failure.stackTrace());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
