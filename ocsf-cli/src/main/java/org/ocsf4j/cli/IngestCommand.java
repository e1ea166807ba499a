package org.ocsf4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.notification.AllowList;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.aws.sqs.SqsNotificationSource;
import org.ocsf4j.cli.worker.HealthOptions;
import org.ocsf4j.cli.worker.ShownOptions;
import org.ocsf4j.cli.worker.StoppableRun;
import org.ocsf4j.cli.worker.WorkerHealth;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.object.LocalFileStore;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Objects that a queue announces, or local files, into OpenSearch. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Delivers the objects that a queue announces, or local files, to OpenSearch. AWS credentials come from"
                        + " the SDK's default chain.")
final class IngestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Parquet files, instead of a queue")
    private List<Path> files = List.of();

    @Option(names = "--queue-url", paramLabel = "URL", description = "the SQS queue that announces objects")
    private @Nullable String queueUrl;

    @Mixin
    private final AwsOptions aws = new AwsOptions();

    @Mixin
    private final OwnerOptions owner = new OwnerOptions();

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "a bucket that messages may name, * as wildcard; repeatable; default ${DEFAULT-VALUE}",
            defaultValue = AllowList.SECURITY_LAKE_BUCKETS)
    private List<String> buckets = List.of();

    @Mixin
    private final OpenSearchOptions openSearch = new OpenSearchOptions();

    @Mixin
    private final LetterOptions deadLetters = new LetterOptions();

    @Option(names = "--until-empty", description = "end when the queue holds nothing more")
    private boolean untilEmpty;

    @Option(names = "--json", description = "the report as one JSON object, the last line of standard output")
    private boolean json;

    @Mixin
    private TransformOptions transform = new TransformOptions();

    @Mixin
    private final StageOptions stages = new StageOptions();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "options from a file of properties, queue-url=…, or of YAML, queue-url: …; the environment's OCSF_QUEUE_URL and the like are"
                            + " stronger, the command line is strongest")
    @SuppressWarnings("UnusedVariable") // Settings reads it before the command line is parsed
    private @Nullable Path config;

    @Mixin
    private final HealthOptions health = new HealthOptions();

    @Override
    public Integer call() throws Exception {
        if (files.isEmpty() == (queueUrl == null)) {
            throw new ParameterException(spec.commandLine(), "give either --queue-url or files");
        }
        Progress.say("ocsf: ingest " + ShownOptions.of(spec.commandLine().getParseResult()));
        Progress progress = new Progress();
        ParquetEventDecoder decoder = new ParquetEventDecoder(transform.parquet());
        try (OpenSearchSink sink = openSearch.sink().build();
                WorkerHealth watched = health.watch(sink);
                DeadLetterSink letters = deadLetters.open(aws::clientsWithoutRole)) {
            OcsfPipeline.Builder pipeline = OcsfPipeline.builder()
                    .decoder(decoder)
                    .sink(watched.sink())
                    .deadLetters(letters)
                    .observer(progress)
                    .observer(watched.observer());
            stages.addTo(pipeline);
            return queueUrl == null
                    ? ingestFiles(pipeline, progress)
                    : ingestQueue(pipeline, progress, watched, queueUrl);
        }
    }

    private int ingestQueue(OcsfPipeline.Builder builder, Progress progress, WorkerHealth watched, String queue)
            throws Exception {
        AllowList allowed = AllowList.buckets(buckets.toArray(String[]::new));
        try (AwsClients clients = aws.clients();
                SqsNotificationSource source = SqsNotificationSource.builder(clients.sqs())
                        .queueUrl(queue)
                        .parser(new NotificationParser(allowed))
                        .build();
                S3ObjectStore store = S3ObjectStore.builder(clients.s3())
                        .expectedBucketOwner(owner.account())
                        .build();
                OcsfPipeline pipeline =
                        builder.source(source).objectStore(store).build()) {
            StoppableRun run = new StoppableRun(pipeline);
            return GracefulStop.during(
                    () -> {
                        watched.stopping();
                        if (!run.stop(GracefulStop.GRACE)) {
                            Progress.say("ocsf: what was in progress goes back to the queue");
                        }
                    },
                    () -> {
                        RunReport report = run.run(untilEmpty);
                        progress.end();
                        show(report);
                        return run.isGood(report) ? 0 : 1;
                    });
        }
    }

    private void show(RunReport report) {
        if (json) {
            System.out.println(JsonLine.of(out -> {
                JsonLine.run(out, report);
                stages.json(out);
            }));
        } else {
            System.out.print(ReportTable.of(report));
            stages.say();
        }
        ReportTable.problems(report).forEach(Progress::say);
    }

    private int ingestFiles(OcsfPipeline.Builder builder, Progress progress) throws InterruptedException {
        boolean settled = true;
        try (LocalFileStore store = new LocalFileStore();
                OcsfPipeline pipeline = builder.objectStore(store).build()) {
            for (Path file : files) {
                ObjectReport report = pipeline.process(LocalFileStore.notification(file));
                settled &= report.state() == ObjectReport.State.SETTLED;
                System.out.println(
                        json
                                ? JsonLine.of(out -> {
                                    out.writeStringField("file", file.toString());
                                    out.writeStringField("state", report.state().name());
                                    JsonLine.counts(out, report.counts());
                                    if (report.failure() != null) {
                                        out.writeStringField(
                                                "cause",
                                                String.valueOf(report.failure().getMessage()));
                                    }
                                })
                                : file + ": " + report.state() + " " + report.counts());
                if (report.failure() != null) {
                    Progress.say("ocsf: " + report.failure().getMessage());
                }
            }
        }
        progress.end();
        stages.say();
        return settled ? 0 : 1;
    }
}
