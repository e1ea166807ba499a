package org.ocsf4j.examples.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.server.LocalS3;
import org.ocsf4j.testkit.server.LocalSqs;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The image's entry point over an S3 and an SQS server, within the image's limits. */
final class ImageIT {

    private static final String BUCKET = "aws-security-data-lake-us-east-1-image";
    private static final String KEY =
            "aws/CLOUD_TRAIL_MGMT/2.0/region=us-east-1/accountId=111122223333/eventDay=20260601/0.zstd.parquet";
    private static final long SAMPLE_ROWS = 5_000;
    private static final long LIMIT_MEBIBYTES = 512;

    private final Path app =
            Path.of(System.getProperty("worker.app", "target/app")).toAbsolutePath();
    private final long mebibytes = Long.getLong("worker.object.mebibytes", 4);
    private final Dockerfile image = Dockerfile.read();
    private final Path folder;

    ImageIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    @Test
    void readsALargeZstdObjectWithinTheLimitsOfTheImage() throws Exception {
        Files.copy(Project.file("java.options"), app.resolve("java.options"), StandardCopyOption.REPLACE_EXISTING);
        archiveClasses();
        try (LocalS3 s3 = LocalS3.start();
                LocalSqs queues = LocalSqs.start();
                AwsClients clients = AwsClients.builder()
                        .region(queues.region())
                        .sqsEndpoint(queues.endpoint())
                        .credentials("any", "any")
                        .build();
                SqsClient sqs = clients.sqs();
                DiscardingProcess destination = new DiscardingProcess()) {
            Path file = s3.createBucket(BUCKET).resolve(KEY);
            long rows = write(file);
            URI queue = queues.createQueueWithDeadLetters("image", 3, Duration.ofMinutes(5))
                    .queueUrl();
            announce(sqs, queue, Files.size(file));
            Map<String, String> environment = new HashMap<>(image.environment());
            environment.putAll(Map.of(
                    "OCSF_QUEUE_URL", queue.toString(),
                    "OCSF_REGION", queues.region(),
                    "OCSF_OPENSEARCH", destination.uri().toString(),
                    "OCSF_HEALTH_PORT", "0",
                    "OCSF_HEALTH_HOST", "127.0.0.1",
                    "OCSF_DEAD_LETTERS", folder.resolve("letters").toString(),
                    "AWS_ACCESS_KEY_ID", s3.accessKey(),
                    "AWS_SECRET_ACCESS_KEY", s3.secretKey()));
            List<String> command = Container.here(image.words("ENTRYPOINT"), app);
            command.addAll(image.words("CMD"));
            command.add("--sqs-endpoint=" + queues.endpoint());
            command.add("--s3-endpoint=" + s3.endpoint());
            long start = System.nanoTime();
            try (Container worker = Container.start(command, environment, folder)) {
                String metrics = worker.awaitMetric("ocsf_messages_total{event=\"acknowledged\"} 1.0");
                long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
                assertThat(metrics.lines())
                        .contains("ocsf_rows_total{outcome=\"indexed\"} " + (double) rows)
                        .contains("ocsf_rows_read_total " + (double) rows);
                long peak = worker.peakMebibytes();
                System.out.println("object " + (Files.size(file) >> 20) + " MiB, " + rows + " rows, " + seconds
                        + " s, peak resident size " + peak + " MiB");
                assertThat(peak).isLessThan(LIMIT_MEBIBYTES);
                worker.terminate();
                assertThat(worker.awaitExit()).as(worker.log()).isZero();
            }
        }
    }

    /** As the image's build does; the classes that a run needs come from there. */
    private void archiveClasses() throws Exception {
        assumeThat(Files.isRegularFile(Path.of("/proc/self/status")))
                .as("a Linux")
                .isTrue();
        Path archive = app.resolve("worker.jsa");
        Files.deleteIfExists(archive);
        try (Container training = Container.start(Container.here(image.archiving(), app), Map.of(), folder)) {
            training.awaitExit();
            assertThat(archive).as(training.log()).exists();
        }
        List<String> command = new ArrayList<>(Container.here(image.words("ENTRYPOINT"), app));
        command.add(1, "-Xlog:class+load");
        command.add("--version");
        try (Container version = Container.start(command, Map.of(), folder)) {
            assertThat(version.awaitExit()).isZero();
            assertThat(version.log().lines())
                    .as("the command's own classes come from the archive")
                    .anyMatch(line -> line.contains("org.ocsf4j.cli.Ocsf source: shared objects file (top)"));
        }
    }

    /** Writes an object of about so many mebibytes; a small one tells how many rows that takes. */
    private long write(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        ObjectOptions options = ObjectOptions.defaults(); // one row group, as in the lake
        SampleLake.writeObject(LakeTable.API_ACTIVITY_V2, file, SAMPLE_ROWS, options);
        long rows = Math.max(SAMPLE_ROWS, SAMPLE_ROWS * (mebibytes << 20) / Files.size(file));
        SampleLake.writeObject(LakeTable.API_ACTIVITY_V2, file, rows, options);
        return rows;
    }

    private static void announce(SqsClient sqs, URI queue, long size) {
        String body = "{\"source\":\"aws.s3\",\"detail\":{\"bucket\":{\"name\":\"" + BUCKET
                + "\"},\"object\":{\"key\":\"" + KEY + "\",\"size\":" + size + ",\"etag\":\"0123\"}}}";
        sqs.sendMessage(request -> request.queueUrl(queue.toString()).messageBody(body));
    }
}
