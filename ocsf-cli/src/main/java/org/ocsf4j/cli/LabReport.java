package org.ocsf4j.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ocsf4j.opensearch.IndexNaming;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;

/** A run next to what OpenSearch itself counts: they agree for each class and in all, or something was lost or doubled. */
record LabReport(int objects, RunReport run, Map<OcsfClass, Long> counted, long countedInAll) {

    /** All indices but those that the lab writes about itself. */
    private static final String EVENTS = "ocsf-*,-ocsf-health-*";

    static LabReport of(int objects, RunReport run, OpenSearchAdmin admin) {
        admin.refresh("ocsf-*");
        Map<OcsfClass, Long> counted =
                new TreeMap<>(java.util.Comparator.comparing(OcsfClass::version).thenComparing(OcsfClass::uid));
        for (OcsfClass c : run.classes().keySet()) {
            boolean unknown = c.equals(OcsfClasses.UNKNOWN);
            counted.put(c, admin.count(unknown ? "ocsf-*-unknown-*" : IndexNaming.prefixFor(c) + "*"));
        }
        return new LabReport(objects, run, counted, admin.count(EVENTS));
    }

    boolean agreed() {
        boolean each = run.classes().entrySet().stream()
                .allMatch(e ->
                        e.getValue().isSettled() && e.getValue().indexed() == counted.getOrDefault(e.getKey(), -1L));
        long settledObjects = run.objectsSettled() + run.objectsDeadLettered();
        return each
                && run.isSettled()
                && settledObjects >= objects
                && countedInAll == run.counts().indexed();
    }

    String text() {
        StringBuilder text = new StringBuilder(1024);
        text.append(String.format(
                Locale.ROOT,
                "%-36s %9s %9s %9s %6s %9s %11s%n",
                "class",
                "read",
                "indexed",
                "present",
                "dead",
                "filtered",
                "OpenSearch"));
        run.classes()
                .forEach((c, n) ->
                        row(text, c.version() + " " + c.uid() + " " + c.name(), n, counted.getOrDefault(c, 0L)));
        row(text, "all, " + objects + " objects", run.counts(), countedInAll);
        text.append(agreed() ? "agreed" : "NOT AGREED").append(System.lineSeparator());
        return text.toString();
    }

    private static void row(StringBuilder text, String name, SettlementCounts n, long count) {
        text.append(String.format(
                Locale.ROOT,
                "%-36s %9d %9d %9d %6d %9d %11d%n",
                name,
                n.read(),
                n.indexed(),
                n.alreadyPresent(),
                n.deadLettered(),
                n.filtered(),
                count));
    }

    String json() {
        return JsonLine.of(out -> {
            out.writeNumberField("objects", objects);
            JsonLine.counts(out, run.counts());
            out.writeNumberField("openSearchCount", countedInAll);
            out.writeBooleanField("agreed", agreed());
            out.writeArrayFieldStart("classes");
            for (Map.Entry<OcsfClass, SettlementCounts> entry : run.classes().entrySet()) {
                out.writeStartObject();
                JsonLine.ocsfClass(out, entry.getKey());
                JsonLine.counts(out, entry.getValue());
                out.writeNumberField("openSearchCount", counted.getOrDefault(entry.getKey(), 0L));
                out.writeEndObject();
            }
            out.writeEndArray();
            JsonLine.problems(out, run);
        });
    }
}
