package org.ocsf4j.chaos;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.notification.AllowList;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.aws.sqs.SqsNotificationSource;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.opensearch.IndexNaming;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.pipeline.SettlementCounts;
import org.ocsf4j.retry.ExponentialDelay;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The process that is killed: a pipeline as in production, until its queue is empty. Exits with 0 where everything is settled. */
public final class Worker {

    /** What it says on standard output once rows are being settled. */
    static final String WORKING = "working";

    private static final ExponentialDelay SOON = new ExponentialDelay(Duration.ZERO, Duration.ofSeconds(1));

    private Worker() {}

    /** Arguments: SQS endpoint, queue URL, S3 endpoint, region, access key, secret key, OpenSearch URL, dead-letter folder. */
    public static void main(String[] args) {
        System.exit(run(args).isSettled() ? 0 : 1);
    }

    private static RunReport run(String[] args) {
        try (AwsClients aws = AwsClients.builder()
                        .sqsEndpoint(URI.create(args[0]))
                        .s3Endpoint(URI.create(args[2]))
                        .region(args[3])
                        .credentials(args[4], args[5])
                        .build();
                S3Client s3 = aws.s3();
                SqsClient sqs = aws.sqs();
                SqsNotificationSource source = SqsNotificationSource.builder(sqs)
                        .queueUrl(args[1])
                        .parser(new NotificationParser(AllowList.securityLake()))
                        .build();
                OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(URI.create(args[6]))
                        .strict(true)
                        .indexNaming(IndexNaming.monthly())
                        .requestTimeout(Duration.ofSeconds(10))
                        .build();
                FileDeadLetterSink deadLetters = new FileDeadLetterSink(Path.of(args[7]));
                OcsfPipeline pipeline = OcsfPipeline.builder()
                        .source(source)
                        .objectStore(S3ObjectStore.builder(s3).build())
                        .decoder(new ParquetEventDecoder())
                        .sink(sink)
                        .deadLetters(deadLetters)
                        .observer(new SaysThatItWorks())
                        .options(PipelineOptions.builder()
                                .batchBytes(1 << 20)
                                .redelivery(SOON)
                                .build())
                        .build()) {
            RunReport report = pipeline.runUntilEmpty();
            report.problems().forEach(problem -> System.err.println(problem.subject() + ": " + problem.cause()));
            return report;
        }
    }

    private static final class SaysThatItWorks implements PipelineObserver {
        private final AtomicBoolean said = new AtomicBoolean();

        @Override
        public void batchSettled(ObjectIdentity object, SettlementCounts counts) {
            if (said.compareAndSet(false, true)) {
                System.out.println(WORKING);
                System.out.flush();
            }
        }
    }
}
