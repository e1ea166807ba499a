package org.ocsf4j.cli.backfill;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.ocsf4j.backfill.BackfillPlan;
import org.ocsf4j.cli.Printable;

/** A plan for people and for programs. */
final class PlanReport {

    private PlanReport() {}

    static String table(BackfillPlan plan) {
        StringBuilder text = new StringBuilder(512);
        text.append(
                String.format(Locale.ROOT, "%-40s %10s %15s %15s%n", "source", "objects", "bytes", "documents, about"));
        for (BackfillPlan.Source source : plan.sources()) {
            row(text, Printable.text(source.folder()), source.objects(), source.bytes(), source.documents());
        }
        row(text, "all", plan.objects(), plan.bytes(), plan.documents());
        text.append(String.format(
                Locale.ROOT,
                "%,d objects are settled already; %,d are not meant or hold no events; %,d footers were sampled%n",
                plan.settledObjects(),
                plan.ignoredObjects(),
                plan.sampledObjects()));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, long objects, long bytes, long documents) {
        text.append(String.format(Locale.ROOT, "%-40s %10d %15d %15d%n", name, objects, bytes, documents));
    }

    static String line(BackfillPlan plan) {
        return String.format(
                Locale.ROOT,
                "to read: %,d objects, %,d bytes, about %,d documents; settled already: %,d objects",
                plan.objects(),
                plan.bytes(),
                plan.documents(),
                plan.settledObjects());
    }

    static void write(JsonGenerator out, BackfillPlan plan) throws IOException {
        out.writeNumberField("objects", plan.objects());
        out.writeNumberField("bytes", plan.bytes());
        out.writeNumberField("documents", plan.documents());
        out.writeNumberField("settledObjects", plan.settledObjects());
        out.writeNumberField("settledBytes", plan.settledBytes());
        out.writeNumberField("ignoredObjects", plan.ignoredObjects());
        out.writeNumberField("sampledObjects", plan.sampledObjects());
        out.writeArrayFieldStart("sources");
        for (BackfillPlan.Source source : plan.sources()) {
            out.writeStartObject();
            out.writeStringField("source", source.folder());
            out.writeNumberField("objects", source.objects());
            out.writeNumberField("bytes", source.bytes());
            out.writeNumberField("documents", source.documents());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
