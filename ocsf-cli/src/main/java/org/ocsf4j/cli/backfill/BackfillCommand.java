package org.ocsf4j.cli.backfill;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.backfill.S3ObjectListing;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.backfill.Backfill;
import org.ocsf4j.backfill.BackfillLedger;
import org.ocsf4j.backfill.BackfillPlan;
import org.ocsf4j.backfill.BackfillPlanner;
import org.ocsf4j.backfill.BackfillReport;
import org.ocsf4j.backfill.LakeSelection;
import org.ocsf4j.cli.GracefulStop;
import org.ocsf4j.cli.JsonLine;
import org.ocsf4j.cli.LetterOptions;
import org.ocsf4j.cli.OpenSearchOptions;
import org.ocsf4j.cli.OwnerOptions;
import org.ocsf4j.cli.Progress;
import org.ocsf4j.cli.ReportTable;
import org.ocsf4j.cli.RoleOptions;
import org.ocsf4j.cli.StageOptions;
import org.ocsf4j.cli.TransformOptions;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.s3.S3Client;

/** The objects that a lake holds already, into OpenSearch. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Delivers objects that a lake holds already to OpenSearch, under the ids that a queue would have given them:"
                    + " overlap with a running worker is harmless.",
            "What is settled is noted in a ledger. Run the same command again after a crash: it reads the rest only."
        })
public final class BackfillCommand implements Callable<Integer> {

    private static final int BATCHES_AN_OBJECT = 3;
    private static final Pattern SECURITY_LAKE_BUCKET =
            Pattern.compile("aws-security-data-lake-([a-z]{2}(?:-[a-z]+)+-[0-9])-.*");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--bucket", required = true, paramLabel = "NAME", description = "the lake's bucket")
    @SuppressWarnings("NullAway.Init") // required
    private String bucket;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(names = "--plan", description = "add up and estimate what would be read; read no events, write nothing")
    private boolean planOnly;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "objects of each source whose footers are read for the estimate; default ${DEFAULT-VALUE}",
            defaultValue = "" + BackfillPlanner.DEFAULT_SAMPLE_OBJECTS)
    private int sample = BackfillPlanner.DEFAULT_SAMPLE_OBJECTS;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "objects read at a time; default ${DEFAULT-VALUE}",
            defaultValue = "" + Backfill.DEFAULT_CONCURRENCY)
    private int concurrency = Backfill.DEFAULT_CONCURRENCY;

    @Option(names = "--objects-per-second", paramLabel = "N", description = "begin no more objects a second")
    private @Nullable Double objectsPerSecond;

    @Option(names = "--bytes-per-second", paramLabel = "N", description = "begin no more stored bytes a second")
    private @Nullable Double bytesPerSecond;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "the file of what is settled; default backfill-BUCKET.ledger")
    private @Nullable Path ledgerFile;

    @Mixin
    private final LetterOptions deadLetters = new LetterOptions();

    @Option(
            names = "--aws-region",
            paramLabel = "REGION",
            description =
                    "the bucket's AWS region; the default is the one in a Security Lake bucket's name, else the SDK's")
    private @Nullable String awsRegion;

    @Option(names = "--s3-endpoint", paramLabel = "URL", description = "an S3 endpoint other than AWS's")
    private @Nullable URI s3Endpoint;

    @Mixin
    private final RoleOptions role = new RoleOptions();

    @Mixin
    private final OwnerOptions owner = new OwnerOptions();

    @Mixin
    private final OpenSearchOptions openSearch = new OpenSearchOptions();

    @Mixin
    private TransformOptions transform = new TransformOptions();

    @Mixin
    private final StageOptions stages = new StageOptions();

    @Option(names = "--json", description = "the plan or report as one JSON object, the last line of standard output")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        LakeSelection meant = checkedSelection();
        ParquetEventDecoder decoder = new ParquetEventDecoder(transform.parquet());
        try (AwsClients aws = clients();
                S3Client s3 = aws.s3()) {
            S3ObjectListing listing = new S3ObjectListing(s3, bucket, owner.account());
            S3ObjectStore store = S3ObjectStore.builder(s3)
                    .expectedBucketOwner(owner.account())
                    .build();
            BackfillPlanner planner = new BackfillPlanner(listing, store, decoder);
            return planOnly ? plan(planner, meant) : run(planner, meant, listing, store, decoder);
        }
    }

    private int plan(BackfillPlanner planner, LakeSelection meant) {
        BackfillPlan plan;
        if (Files.exists(ledgerFile())) {
            try (BackfillLedger ledger = BackfillLedger.open(ledgerFile())) {
                plan = planner.plan(meant, ledger, sample);
            }
        } else {
            plan = planner.plan(meant, null, sample);
        }
        System.out.println(
                json
                        ? JsonLine.of(out -> PlanReport.write(out, plan))
                        : PlanReport.table(plan).stripTrailing());
        return 0;
    }

    private int run(
            BackfillPlanner planner,
            LakeSelection meant,
            S3ObjectListing listing,
            S3ObjectStore store,
            ParquetEventDecoder decoder)
            throws Exception {
        try (OpenSearchSink sink = openSearch.sink().build();
                DeadLetterSink letters = deadLetters.open(() -> ownClients().build());
                BackfillLedger ledger = BackfillLedger.open(ledgerFile())) {
            BackfillPlan plan = planner.plan(meant, ledger, sample);
            Progress.say("ocsf: " + PlanReport.line(plan));
            BackfillProgress progress = new BackfillProgress(plan);
            OcsfPipeline.Builder pipeline = OcsfPipeline.builder()
                    .objectStore(store)
                    .decoder(decoder)
                    .sink(sink)
                    .deadLetters(letters)
                    .observer(progress)
                    .options(options());
            stages.addTo(pipeline);
            Backfill.Builder backfill = Backfill.builder()
                    .listing(listing)
                    .selection(meant)
                    .ledger(ledger)
                    .destinationReady(sink::isReady)
                    .observer(progress);
            return run(pipeline, backfill, progress, plan);
        }
    }

    private int run(
            OcsfPipeline.Builder pipelineParts, Backfill.Builder parts, BackfillProgress progress, BackfillPlan plan)
            throws Exception {
        try (OcsfPipeline pipeline = pipelineParts.build()) {
            Backfill backfill = paced(parts).processor(pipeline::process).build();
            return GracefulStop.during(() -> backfill.stop(GracefulStop.GRACE), () -> {
                BackfillReport report = backfill.run();
                progress.end();
                System.out.println(
                        json
                                ? JsonLine.of(out -> {
                                    out.writeObjectFieldStart("plan");
                                    PlanReport.write(out, plan);
                                    out.writeEndObject();
                                    RunText.write(out, report);
                                    stages.json(out);
                                })
                                : RunText.table(report).stripTrailing());
                stages.say();
                ReportTable.problems(report.problems(), report.stopCause()).forEach(Progress::say);
                return report.isSettled() ? 0 : 1;
            });
        }
    }

    private Backfill.Builder paced(Backfill.Builder parts) {
        try {
            parts.concurrency(concurrency);
            if (objectsPerSecond != null) {
                parts.objectsPerSecond(objectsPerSecond);
            }
            if (bytesPerSecond != null) {
                parts.bytesPerSecond(bytesPerSecond);
            }
            return parts;
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private PipelineOptions options() {
        try {
            return PipelineOptions.builder()
                    .objectsAtOnce(concurrency)
                    .batchesInFlight(BATCHES_AN_OBJECT * concurrency)
                    .build();
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private LakeSelection checkedSelection() {
        try {
            return selection.selection();
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private ParameterException wrong(IllegalArgumentException cause) {
        return new ParameterException(spec.commandLine(), String.valueOf(cause.getMessage()), cause);
    }

    private Path ledgerFile() {
        return ledgerFile == null
                ? Path.of("backfill-" + bucket.replaceAll("[^A-Za-z0-9.-]", "_").toLowerCase(Locale.ROOT) + ".ledger")
                : ledgerFile;
    }

    private AwsClients clients() {
        AwsClients.Builder aws = ownClients();
        role.applyTo(aws);
        return aws.build();
    }

    /** Without the role, which may only read the lake. */
    private AwsClients.Builder ownClients() {
        AwsClients.Builder aws = AwsClients.builder();
        Matcher named = SECURITY_LAKE_BUCKET.matcher(bucket);
        if (awsRegion != null) {
            aws.region(awsRegion);
        } else if (named.matches()) {
            aws.region(named.group(1));
        }
        if (s3Endpoint != null) {
            aws.s3Endpoint(s3Endpoint);
        }
        return aws;
    }
}
