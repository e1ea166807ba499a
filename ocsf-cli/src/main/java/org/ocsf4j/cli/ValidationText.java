package org.ocsf4j.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.ocsf4j.schema.validate.Finding;
import org.ocsf4j.schema.validate.RuleCount;
import org.ocsf4j.schema.validate.Severity;
import org.ocsf4j.schema.validate.ValidationReport;

/** A validation report for people and for programs. */
final class ValidationText {

    private ValidationText() {}

    /** A line for the source and one for each broken rule; notes only where they are wanted. */
    static String of(ValidationReport report, boolean notes) {
        StringBuilder text = new StringBuilder(1024);
        text.append(Printable.text(report.source()))
                .append(": ")
                .append(report.events())
                .append(" events, ")
                .append(report.eventsWithErrors())
                .append(" with errors; ")
                .append(report.count(Severity.ERROR))
                .append(" errors, ")
                .append(report.count(Severity.WARNING))
                .append(" warnings, ")
                .append(report.count(Severity.NOTE))
                .append(" notes");
        for (RuleCount c : report.counts()) {
            if (c.rule().severity() == Severity.NOTE && !notes) {
                continue;
            }
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "%n  %-7s %-20s %8d  %s",
                    c.rule().severity().toString().toLowerCase(java.util.Locale.ROOT),
                    c.rule(),
                    c.count(),
                    c.path().isEmpty() ? "(event)" : Printable.text(c.path())));
            if (!c.samples().isEmpty()) {
                Finding first = c.samples().get(0);
                text.append(first.value() == null ? "" : " = " + Printable.text(first.value()))
                        .append("; ")
                        .append(first.advice());
            }
        }
        return text.toString();
    }

    /** The members of the report, under {@code file} the source. */
    static void json(JsonGenerator out, ValidationReport report) throws IOException {
        out.writeStringField("file", report.source());
        out.writeNumberField("events", report.events());
        out.writeNumberField("eventsWithErrors", report.eventsWithErrors());
        out.writeNumberField("errors", report.count(Severity.ERROR));
        out.writeNumberField("warnings", report.count(Severity.WARNING));
        out.writeNumberField("notes", report.count(Severity.NOTE));
        out.writeArrayFieldStart("findings");
        for (RuleCount c : report.counts()) {
            out.writeStartObject();
            out.writeStringField("path", c.path());
            out.writeStringField("rule", c.rule().name());
            out.writeStringField("severity", c.rule().severity().name());
            out.writeNumberField("count", c.count());
            out.writeArrayFieldStart("samples");
            for (Finding sample : c.samples()) {
                out.writeStartObject();
                out.writeStringField("value", sample.value());
                out.writeStringField("advice", sample.advice());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
