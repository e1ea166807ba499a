package org.ocsf4j.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.opensearch.IndexSummary;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;
import org.ocsf4j.testkit.server.LocalSqs;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Real servers with one lake in them, for any number of rounds. Closing stops the servers. */
final class Arena implements AutoCloseable {

    private static final String BUCKET = "aws-security-data-lake-us-east-1-chaos";
    private static final Duration VISIBILITY = Duration.ofSeconds(6);
    private static final String INDICES = "ocsf-*";

    private static final String TEMPLATE =
            """
            {"index_patterns":["ocsf-*"],"template":{
             "settings":{"number_of_shards":1,"number_of_replicas":0,"refresh_interval":"-1",
              "translog.durability":"async"},
             "mappings":{"dynamic":false,"properties":{"time":{"type":"date","format":"epoch_millis"}}}}}""";

    private final LocalOpenSearch openSearch = LocalOpenSearch.start();
    private final LocalS3 s3 = LocalS3.start();
    private final LocalSqs sqs = LocalSqs.start();
    private final AwsClients clients = AwsClients.builder()
            .region(s3.region())
            .s3Endpoint(s3.endpoint())
            .sqsEndpoint(sqs.endpoint())
            .credentials(s3.accessKey(), s3.secretKey())
            .build();
    private final S3Client objects = clients.s3();
    private final SqsClient queues = clients.sqs();
    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(openSearch.uri()).build();
    private final List<LakeObject> lake = new ArrayList<>();
    private final Path classArchive;

    /** An object in the bucket, and what its documents are named after. */
    record LakeObject(ObjectIdentity identity, long rows, long sizeBytes) {}

    Arena(long rows) throws IOException, InterruptedException {
        s3.createBucket(BUCKET);
        admin.putIndexTemplate("chaos", TEMPLATE.getBytes(StandardCharsets.UTF_8));
        Path folder = Files.createTempDirectory("ocsf-chaos-");
        try {
            for (SampleObject object :
                    SampleLake.builder().rows(rows).rowsPerObject(5_000).build().writeTo(folder)) {
                String eTag = objects.putObject(
                                request -> request.bucket(BUCKET).key(object.key()),
                                RequestBody.fromFile(object.path()))
                        .eTag();
                ObjectLocation location = new ObjectLocation(BUCKET, object.key());
                lake.add(new LakeObject(new ObjectIdentity(location, eTag), object.rows(), object.sizeBytes()));
            }
        } finally {
            delete(folder);
        }
        classArchive = Files.createTempFile("ocsf-chaos-", ".jsa");
        archiveClasses();
    }

    /** A first worker, on an empty queue, leaves its classes behind for the others: they start in half the time. */
    private void archiveClasses() throws IOException, InterruptedException {
        Files.delete(classArchive);
        Path letters = Files.createTempDirectory("ocsf-chaos-letters-");
        try {
            URI queue = sqs.createQueue("first", VISIBILITY);
            WorkerProcess.start(
                            List.of(
                                    "-XX:ArchiveClassesAtExit=" + classArchive,
                                    "-Xlog:cds=off",
                                    "-Xlog:cds+dynamic=off"),
                            workerArguments(queue, openSearch(), letters))
                    .exitCode();
        } finally {
            delete(letters);
        }
    }

    /** A worker on this queue. */
    WorkerProcess startWorker(URI queue, URI destination, Path deadLetters) throws IOException {
        return WorkerProcess.start(
                List.of("-XX:SharedArchiveFile=" + classArchive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"),
                workerArguments(queue, destination, deadLetters));
    }

    URI openSearch() {
        return openSearch.uri();
    }

    List<LakeObject> lake() {
        return List.copyOf(lake);
    }

    /** A new queue that announces every object of the lake. */
    URI announce(String queueName) {
        URI queue = sqs.createQueue(queueName, VISIBILITY);
        for (LakeObject object : lake) {
            String body = "{\"source\":\"aws.s3\",\"detail\":{\"bucket\":{\"name\":\"" + BUCKET
                    + "\"},\"object\":{\"key\":\""
                    + object.identity().location().key() + "\",\"size\":" + object.sizeBytes() + ",\"etag\":\""
                    + object.identity().eTag() + "\"}}}";
            queues.sendMessage(request -> request.queueUrl(queue.toString()).messageBody(body));
        }
        return queue;
    }

    /** The arguments of a {@link Worker} on this queue. */
    private List<String> workerArguments(URI queue, URI destination, Path deadLetters) {
        return List.of(
                sqs.endpoint().toString(),
                queue.toString(),
                s3.endpoint().toString(),
                s3.region(),
                s3.accessKey(),
                s3.secretKey(),
                destination.toString(),
                deadLetters.toString());
    }

    /** Compares what OpenSearch holds with the rows of the lake. */
    Census census() throws IOException {
        admin.refresh(INDICES);
        return Census.take(openSearch.uri(), INDICES, lake);
    }

    void removeDocuments() {
        for (IndexSummary index : admin.indices(INDICES)) {
            admin.deleteIndex(index.name());
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        admin.close();
        objects.close();
        queues.close();
        clients.close();
        openSearch.close();
        sqs.close();
        s3.close();
        try {
            Files.deleteIfExists(classArchive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
