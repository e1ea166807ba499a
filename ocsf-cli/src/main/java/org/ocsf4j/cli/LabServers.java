package org.ocsf4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.templates.TemplateInstaller;
import org.ocsf4j.templates.TemplateOptions;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;
import org.ocsf4j.testkit.server.LocalSqs;

/** The lab's real servers, with a bucket, a queue, its dead-letter queue and the templates. Closing stops them. */
final class LabServers implements AutoCloseable {

    static final String BUCKET = "aws-security-data-lake-us-east-1-lab";
    private static final String QUEUE = "AmazonSecurityLake-lab-Main-Queue";
    private static final int MAX_RECEIVES = 3;
    private static final Duration VISIBILITY = Duration.ofMinutes(5);

    private final LocalOpenSearch openSearch;
    private final LocalS3 s3;
    private final LocalSqs sqs;
    private final Path bucketDir;
    private final LocalSqs.RedriveQueues queues;
    private final OpenSearchAdmin admin;
    private final AwsClients clients;

    private LabServers(LocalOpenSearch openSearch, LocalS3 s3, LocalSqs sqs) {
        this.openSearch = openSearch;
        this.s3 = s3;
        this.sqs = sqs;
        bucketDir = s3.createBucket(BUCKET);
        queues = sqs.createQueueWithDeadLetters(QUEUE, MAX_RECEIVES, VISIBILITY);
        admin = OpenSearchAdmin.builder().endpoint(openSearch.uri()).build();
        clients = AwsClients.builder()
                .region(s3.region())
                .s3Endpoint(s3.endpoint())
                .sqsEndpoint(sqs.endpoint())
                .credentials(s3.accessKey(), s3.secretKey())
                .build();
    }

    /** Starts the three at the same time. */
    static LabServers start() {
        Progress.say("starting OpenSearch, S3 and SQS (the first time they are fetched, which takes a minute)");
        CompletableFuture<LocalOpenSearch> node = CompletableFuture.supplyAsync(
                () -> LocalOpenSearch.builder().progress(Progress::say).start());
        CompletableFuture<LocalSqs> queue = CompletableFuture.supplyAsync(() -> LocalSqs.start(Progress::say));
        CompletableFuture<LocalS3> store = CompletableFuture.supplyAsync(() -> LocalS3.start(null, Progress::say));
        try {
            CompletableFuture.allOf(node, queue, store).join();
            LabServers servers = new LabServers(node.join(), store.join(), queue.join());
            servers.installTemplates();
            return servers;
        } catch (RuntimeException failure) {
            closeIfStarted(node, LocalOpenSearch::close);
            closeIfStarted(queue, LocalSqs::close);
            closeIfStarted(store, LocalS3::close);
            throw failure instanceof CompletionException && failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : failure;
        }
    }

    private static <S> void closeIfStarted(CompletableFuture<S> server, Consumer<S> close) {
        if (!server.isCompletedExceptionally()) {
            close.accept(server.join());
        }
    }

    private void installTemplates() {
        int installed = TemplateInstaller.install(
                        admin, TemplateOptions.builder().replicas(0).build())
                .size();
        Progress.say("installed " + installed + " templates");
    }

    String json() {
        return JsonLine.of(out -> {
            out.writeStringField("opensearch", openSearch.uri().toString());
            out.writeStringField("s3", s3.endpoint().toString());
            out.writeStringField("sqs", sqs.endpoint().toString());
            out.writeStringField("queueUrl", queueUrl());
            out.writeStringField("deadLetterQueueUrl", deadLetterQueueUrl());
            out.writeStringField("bucket", BUCKET);
            out.writeStringField("region", s3.region());
            out.writeStringField("accessKey", s3.accessKey());
            out.writeStringField("secretKey", s3.secretKey());
            out.writeStringField("lakeDir", bucketDir.toString());
        });
    }

    LocalOpenSearch openSearch() {
        return openSearch;
    }

    OpenSearchAdmin admin() {
        return admin;
    }

    AwsClients clients() {
        return clients;
    }

    Path bucketDir() {
        return bucketDir;
    }

    String deadLetterQueueUrl() {
        return queues.deadLetterQueueUrl().toString();
    }

    String queueUrl() {
        return queues.queueUrl().toString();
    }

    @Override
    public void close() {
        admin.close();
        clients.close();
        openSearch.close();
        sqs.close();
        s3.close();
    }
}
