package org.ocsf4j.cli;

import java.nio.file.Path;
import org.ocsf4j.aws.notification.AllowList;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.aws.sqs.SqsNotificationSource;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.RunReport;

/** The pipeline over the lab's servers: the same parts as in production, other addresses. */
final class LabPipeline {

    private LabPipeline() {}

    /**
     * Runs until the lab's queue is empty.
     *
     * @param letters the folder for dead letters
     */
    static RunReport runUntilEmpty(LabServers servers, Path letters, PipelineObserver observer) {
        try (SqsNotificationSource source = SqsNotificationSource.builder(
                                servers.clients().sqs())
                        .queueUrl(servers.queueUrl())
                        .parser(new NotificationParser(AllowList.securityLake()))
                        .build();
                S3ObjectStore store =
                        S3ObjectStore.builder(servers.clients().s3()).build();
                OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(servers.openSearch().uri())
                        .build();
                FileDeadLetterSink deadLetters = new FileDeadLetterSink(letters);
                OcsfPipeline pipeline = OcsfPipeline.builder()
                        .source(source)
                        .objectStore(store)
                        .decoder(new ParquetEventDecoder())
                        .sink(sink)
                        .deadLetters(deadLetters)
                        .observer(observer)
                        .build()) {
            return pipeline.runUntilEmpty();
        }
    }
}
