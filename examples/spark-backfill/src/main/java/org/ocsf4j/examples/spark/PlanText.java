package org.ocsf4j.examples.spark;

import java.util.Locale;
import org.ocsf4j.backfill.BackfillPlan;

/** The plan for people. */
final class PlanText {

    private PlanText() {}

    static String of(BackfillPlan plan, long settledBefore, long ignored) {
        StringBuilder text = new StringBuilder(512);
        for (BackfillPlan.Source source : plan.sources()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-40s %10d objects %15d bytes, about %d documents%n",
                    source.folder(),
                    source.objects(),
                    source.bytes(),
                    source.documents()));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "to read: %d objects, %d bytes, about %d documents; settled already: %d objects; ignored: %d",
                        plan.objects(),
                        plan.bytes(),
                        plan.documents(),
                        settledBefore,
                        ignored))
                .toString();
    }
}
