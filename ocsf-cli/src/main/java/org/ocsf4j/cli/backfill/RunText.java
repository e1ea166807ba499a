package org.ocsf4j.cli.backfill;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.ocsf4j.backfill.BackfillReport;
import org.ocsf4j.cli.JsonLine;
import org.ocsf4j.cli.ReportTable;
import org.ocsf4j.pipeline.SettlementCounts;

/** A backfill's report for people and for programs. */
final class RunText {

    private RunText() {}

    static String table(BackfillReport report) {
        SettlementCounts n = report.counts();
        return ReportTable.of(report.classes())
                + String.format(
                        Locale.ROOT,
                        "read %d = indexed %d + already present %d + dead-lettered %d + filtered %d%n",
                        n.read(),
                        n.indexed(),
                        n.alreadyPresent(),
                        n.deadLettered(),
                        n.filtered())
                + String.format(
                        Locale.ROOT,
                        "objects: %d settled, %d settled before, %d dead-lettered, %d not settled, %d ignored%s%n",
                        report.objectsSettled(),
                        report.objectsSettledBefore(),
                        report.objectsDeadLettered(),
                        report.objectsUnsettled(),
                        report.objectsIgnored(),
                        report.ended() ? "" : "; the rest was not reached: run this again");
    }

    static void write(JsonGenerator out, BackfillReport report) throws IOException {
        out.writeNumberField("objectsSettled", report.objectsSettled());
        out.writeNumberField("objectsSettledBefore", report.objectsSettledBefore());
        out.writeNumberField("objectsDeadLettered", report.objectsDeadLettered());
        out.writeNumberField("objectsUnsettled", report.objectsUnsettled());
        out.writeNumberField("objectsIgnored", report.objectsIgnored());
        out.writeNumberField("bytesSettled", report.bytesSettled());
        JsonLine.counts(out, report.counts());
        out.writeBooleanField("ended", report.ended());
        out.writeBooleanField("settled", report.isSettled());
        JsonLine.classes(out, report.classes());
        JsonLine.problems(out, report.problems());
    }
}
