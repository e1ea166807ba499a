package org.ocsf4j.examples.spark;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.ocsf4j.backfill.BackfillPlan;
import org.ocsf4j.backfill.BackfillPlanner;
import org.ocsf4j.backfill.LakeSelection;
import org.ocsf4j.backfill.ListedObject;
import org.ocsf4j.backfill.ObjectListing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The application. The driver lists the lake, takes away what the ledger has, and packs the rest into tasks of about the same size.
 * A task settles its objects with the library's own backfill and pipeline, under the ids that a queue would have given them, and
 * notes them in the ledger. Killed at any moment and run again, it reads what the ledger does not have.
 */
@Command(
        name = "spark-backfill",
        mixinStandardHelpOptions = true,
        description = "Delivers the objects that a lake holds already to OpenSearch, on Apache Spark.")
public final class SparkBackfill implements Callable<Integer> {

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final SettingsOptions connections = new SettingsOptions();

    @Mixin
    private final WorkOptions work = new WorkOptions();

    @Option(names = "--plan", description = "add up and estimate what would be read; write nothing")
    private boolean planOnly;

    private SparkBackfill() {}

    /** Returns where every object that is meant is settled; otherwise the process ends with 1, and 2 for a wrong option. */
    public static void main(String[] args) {
        int code = new CommandLine(new SparkBackfill()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        Settings settings = connections.settings(System.getenv());
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "ocsf-backfill");
        try (JavaSparkContext spark = JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf))) {
            Listing lake = Listing.of(settings, selection.selection());
            List<ListedObject> rest = AntiJoin.unsettled(spark, settings, lake.objects());
            long settledBefore = (long) lake.objects().size() - rest.size();
            System.out.println(PlanText.of(plan(settings, rest), settledBefore, lake.ignored()));
            if (planOnly) {
                return 0;
            }
            Work tasks = work.of(spark, rest);
            Summary summary = new Summary(settledBefore, tasks.run(spark, settings));
            System.out.println(summary.text());
            return summary.isSettled() ? 0 : 1;
        }
    }

    private BackfillPlan plan(Settings settings, List<ListedObject> rest) {
        Clients clients = Clients.of(settings);
        return new BackfillPlanner(ObjectListing.of(rest), clients.lake(), clients.decoder())
                .plan(LakeSelection.ANYWHERE, null, work.sample());
    }
}
