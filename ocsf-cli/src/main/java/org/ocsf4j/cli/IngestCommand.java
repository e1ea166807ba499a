package org.ocsf4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.notification.AllowList;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.aws.sqs.SqsNotificationSource;
import org.ocsf4j.deadletter.FileDeadLetterSink;
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

    private static final Duration GRACE = Duration.ofSeconds(8);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Parquet files, instead of a queue")
    private List<Path> files = List.of();

    @Option(names = "--queue-url", paramLabel = "URL", description = "the SQS queue that announces objects")
    private @Nullable String queueUrl;

    @Mixin
    private final AwsOptions aws = new AwsOptions();

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "a bucket that messages may name, * as wildcard; repeatable; default ${DEFAULT-VALUE}",
            defaultValue = AllowList.SECURITY_LAKE_BUCKETS)
    private List<String> buckets = List.of();

    @Mixin
    private final OpenSearchOptions openSearch = new OpenSearchOptions();

    @Option(
            names = "--dead-letters",
            paramLabel = "DIR",
            defaultValue = "dead-letters",
            description = "where refused events are kept; default ${DEFAULT-VALUE}")
    private Path deadLetters = Path.of("dead-letters");

    @Option(names = "--until-empty", description = "end when the queue holds nothing more")
    private boolean untilEmpty;

    @Option(names = "--json", description = "the report as one JSON object, the last line of standard output")
    private boolean json;

    @Mixin
    private TransformOptions transform = new TransformOptions();

    @Mixin
    private final StageOptions stages = new StageOptions();

    @Override
    public Integer call() throws InterruptedException {
        if (files.isEmpty() == (queueUrl == null)) {
            throw new ParameterException(spec.commandLine(), "give either --queue-url or files");
        }
        Progress progress = new Progress();
        ParquetEventDecoder decoder = new ParquetEventDecoder(transform.parquet());
        try (OpenSearchSink sink = openSearch.sink().build();
                FileDeadLetterSink letters = new FileDeadLetterSink(deadLetters)) {
            OcsfPipeline.Builder pipeline = OcsfPipeline.builder()
                    .decoder(decoder)
                    .sink(sink)
                    .deadLetters(letters)
                    .observer(progress);
            stages.addTo(pipeline);
            return queueUrl == null ? ingestFiles(pipeline, progress) : ingestQueue(pipeline, progress, queueUrl);
        }
    }

    private int ingestQueue(OcsfPipeline.Builder builder, Progress progress, String queue) throws InterruptedException {
        AllowList allowed = AllowList.buckets(buckets.toArray(String[]::new));
        try (AwsClients clients = aws.clients();
                SqsNotificationSource source = SqsNotificationSource.builder(clients.sqs())
                        .queueUrl(queue)
                        .parser(new NotificationParser(allowed))
                        .build();
                S3ObjectStore store = S3ObjectStore.builder(clients.s3()).build();
                OcsfPipeline pipeline =
                        builder.source(source).objectStore(store).build()) {
            Thread hook = new Thread(() -> drain(pipeline), "ocsf-drain");
            Runtime.getRuntime().addShutdownHook(hook);
            RunReport report = untilEmpty ? pipeline.runUntilEmpty() : pipeline.run();
            progress.end();
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
            return report.isSettled() ? 0 : 1;
        }
    }

    private static void drain(OcsfPipeline pipeline) {
        try {
            boolean ended = pipeline.drain(GRACE);
            if (!ended) {
                Progress.say("ocsf: what was in progress goes back to the queue");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
