package org.ocsf4j.lambda;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.opensearch.IndexSummary;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;
import org.ocsf4j.testkit.server.LocalSqs;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Real servers, a bucket of the lake and one for dead letters, and the function's two ways to be deployed. Closing stops the servers. */
final class Scene implements AutoCloseable {

    static final String BUCKET = "aws-security-data-lake-us-east-1-lambda";
    static final String LETTERS = "dead-letters";

    private static final String INDICES = "ocsf-*";
    private static final String TEMPLATE =
            """
            {"index_patterns":["ocsf-*","avro-ocsf-*"],"template":{
             "settings":{"number_of_shards":1,"number_of_replicas":0,"refresh_interval":"-1"},
             "mappings":{"dynamic":false}}}""";

    private final Path target;
    private final Path folder = Files.createTempDirectory("ocsf-lambda-");
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
    private @Nullable Deployment example;

    /** An object in the bucket, and what its documents are named after. */
    record LakeObject(ObjectIdentity identity, long rows, long sizeBytes) {

        /** The message that announces it. */
        String announcement() {
            return Scene.announcement(BUCKET, identity.location().key(), sizeBytes);
        }
    }

    /** Over the output folder of this module's build. */
    Scene(Path target) throws IOException {
        this.target = target;
        s3.createBucket(BUCKET);
        s3.createBucket(LETTERS);
        admin.putIndexTemplate("lambda", TEMPLATE.getBytes(StandardCharsets.UTF_8));
    }

    static String announcement(String bucket, String key, long sizeBytes) {
        return "{\"source\":\"aws.s3\",\"detail\":{\"bucket\":{\"name\":\"" + bucket + "\"},\"object\":{\"key\":\""
                + key + "\",\"size\":" + sizeBytes + "}}}";
    }

    /** Writes a new object of so many rows. */
    LakeObject put(LakeTable table, long rows, long seed) throws IOException {
        Path file = Files.createTempFile(folder, "object-", ".parquet");
        SampleObject object = SampleLake.writeObject(
                table, file, rows, ObjectOptions.defaults().withSeed(seed));
        return put(object.key(), file, rows);
    }

    /** Writes a file as an object; {@code rows} is how many documents are expected of it. */
    LakeObject put(String key, Path file, long rows) throws IOException {
        String eTag = objects.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromFile(file))
                .eTag();
        return new LakeObject(new ObjectIdentity(new ObjectLocation(BUCKET, key), eTag), rows, Files.size(file));
    }

    EventSource queue(String name, int batchSize) {
        return new EventSource(queues, sqs.createQueue(name, Duration.ofSeconds(60)), batchSize);
    }

    /** A queue whose messages go elsewhere once they have been received so often. */
    EventSource queueWithDeadLetters(String name, int batchSize) {
        return new EventSource(
                queues,
                sqs.createQueueWithDeadLetters(name, 1, Duration.ofSeconds(60)).queueUrl(),
                batchSize);
    }

    URI sqsEndpoint() {
        return sqs.endpoint();
    }

    URI s3Endpoint() {
        return s3.endpoint();
    }

    URI openSearch() {
        return openSearch.uri();
    }

    /** What is added to a function's folder before it starts. */
    interface Addition {
        void addTo(Path root) throws IOException;
    }

    /** The example as it is deployed. */
    FunctionProcess example(EventSource source, Map<String, String> more) throws IOException {
        return start(unpacked(), source, more);
    }

    /** Of its own folder, with an addition. */
    FunctionProcess example(EventSource source, Map<String, String> more, Addition addition) throws IOException {
        Deployment deployed = Deployment.ofExample(target, Files.createTempDirectory(folder, "task-"));
        addition.addTo(deployed.root());
        return start(deployed, source, more);
    }

    /** Unpacked once: nothing in it is written to. */
    private synchronized Deployment unpacked() throws IOException {
        Deployment deployed = example;
        if (deployed == null) {
            deployed = Deployment.ofExample(target, Files.createTempDirectory(folder, "task-"));
            example = deployed;
        }
        return deployed;
    }

    private FunctionProcess start(Deployment deployed, EventSource source, Map<String, String> more)
            throws IOException {
        Map<String, String> environment = environment();
        environment.put("OPENSEARCH_ENDPOINT", openSearch.uri() + "/");
        environment.put("OPENSEARCH_SERVICE", "none");
        environment.put("QUEUE_URL", source.url());
        environment.put("DEAD_LETTER_BUCKET", LETTERS);
        environment.putAll(more);
        return new FunctionProcess(target, deployed, environment);
    }

    /** What it is compared with. */
    FunctionProcess avro() throws IOException {
        Path root = Files.createTempDirectory(folder, "task-");
        Map<String, String> environment = environment();
        environment.put("OPENSEARCH_ENDPOINT", openSearch.uri().toString());
        return new FunctionProcess(target, Deployment.ofAvro(target, root), environment);
    }

    /** What is uploaded of the example. */
    long exampleBytes() throws IOException {
        return unpacked().sizeBytes();
    }

    /** What is uploaded of what it is compared with. */
    long avroBytes() throws IOException {
        return Deployment.ofAvro(target, Files.createTempDirectory(folder, "task-"))
                .sizeBytes();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(credentials());
        environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", sqs.endpoint().toString());
        return environment;
    }

    /** As environment variables. */
    Map<String, String> credentials() {
        return Map.of(
                "AWS_REGION", s3.region(),
                "AWS_ACCESS_KEY_ID", s3.accessKey(),
                "AWS_SECRET_ACCESS_KEY", s3.secretKey());
    }

    String accessKey() {
        return s3.accessKey();
    }

    /** What nothing may print. */
    String secretKey() {
        return s3.secretKey();
    }

    /** Compares what OpenSearch holds with the rows of these objects. */
    Documents documents(List<LakeObject> lake) throws IOException {
        admin.refresh(INDICES);
        return Documents.count(openSearch.uri(), INDICES, lake);
    }

    long count(String indices) {
        admin.refresh(indices);
        return admin.count(indices);
    }

    void removeDocuments() {
        for (IndexSummary index : admin.indices("*ocsf-*")) {
            admin.deleteIndex(index.name());
        }
    }

    @Override
    public void close() throws IOException {
        admin.close();
        objects.close();
        queues.close();
        clients.close();
        openSearch.close();
        sqs.close();
        s3.close();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
