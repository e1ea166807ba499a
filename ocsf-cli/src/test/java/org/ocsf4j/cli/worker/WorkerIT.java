package org.ocsf4j.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.cli.OcsfProcess;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;
import org.ocsf4j.testkit.server.LocalSqs;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The worker as a process of its own: what it shows of itself, and how it ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkerIT {

    private static final String BUCKET = "aws-security-data-lake-us-east-1-worker";
    private static final int OBJECTS = 4;
    private static final int ROWS = 25;

    private final LocalOpenSearch node = LocalOpenSearch.shared();
    private final LocalS3 s3 = LocalS3.start();
    private final LocalSqs server = LocalSqs.start();
    private final AwsClients clients = AwsClients.builder()
            .region(server.region())
            .sqsEndpoint(server.endpoint())
            .credentials("any", "any")
            .build();
    private final SqsClient sqs = clients.sqs();
    private final Path folder;

    WorkerIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Path bucket = s3.createBucket(BUCKET);
        for (int i = 0; i < OBJECTS; i++) {
            Path file = bucket.resolve(key(i));
            Files.createDirectories(file.resolveSibling("."));
            SampleLake.writeObject(
                    LakeTable.ROUTE53_V2, file, ROWS, ObjectOptions.defaults().withSeed(100 + i));
        }
    }

    @AfterAll
    void stop() {
        sqs.close();
        clients.close();
        server.close();
        s3.close();
    }

    @Test
    void showsMetricsThatAddUpToItsReportAndEndsInOrder() throws Exception {
        URI queue = server.createQueueWithDeadLetters("metrics", 10, Duration.ofMinutes(5))
                .queueUrl();
        for (int i = 0; i < OBJECTS; i++) {
            announce(queue, i);
        }
        announce(queue, 0);
        Path config = Files.writeString(
                folder.resolve("worker.properties"),
                "queue-url=" + queue + "\nopensearch=" + node.uri() + "\nhealth-port=1\nwhere=severity_id\n");
        try (OcsfProcess worker = worker(List.of("--config", config.toString(), "--health-port=0"))) {
            URI health = health(worker);
            assertThat(get(health.resolve("/live")).statusCode()).isEqualTo(200);
            assertThat(get(health.resolve("/ready")).statusCode()).isEqualTo(200);
            String metrics = awaitMeter(health, "ocsf_messages_total{event=\"acknowledged\"}", OBJECTS + 1L);
            worker.terminate();
            assertThat(worker.awaitExit()).as(worker.err()).isZero();

            long read = (OBJECTS + 1L) * ROWS;
            assertThat(worker.number("rowsRead")).isEqualTo(read);
            assertThat(meter(metrics, "ocsf_rows_read_total")).isEqualTo(read);
            assertThat(meter(metrics, "ocsf_rows_total{outcome=\"indexed\"}")).isEqualTo(worker.number("indexed"));
            assertThat(meter(metrics, "ocsf_rows_total{outcome=\"already_present\"}"))
                    .isEqualTo(worker.number("alreadyPresent"));
            assertThat(meter(metrics, "ocsf_rows_total{outcome=\"dead_lettered\"}"))
                    .isEqualTo(worker.number("deadLettered"));
            assertThat(meter(metrics, "ocsf_rows_total{outcome=\"filtered\"}")).isEqualTo(worker.number("filtered"));
            assertThat(worker.number("indexed") + worker.number("alreadyPresent") + worker.number("filtered"))
                    .isEqualTo(read);
            assertThat(meter(metrics, "ocsf_objects_total{state=\"settled\"}")).isEqualTo(worker.number("objects"));
            assertThat(meter(metrics, "ocsf_sink_bytes")).isZero();
            assertThat(worker.err()).contains("--opensearch=" + node.uri(), "--health-port=0");
        }
    }

    @Test
    void toldToEndItExitsWithinTenSecondsAndItsMessagesAreVisibleWithinTwo() throws Exception {
        URI queue = server.createQueueWithDeadLetters("stop", 10, Duration.ofMinutes(5))
                .queueUrl();
        announce(queue, 0);
        announce(queue, 1);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                OcsfProcess worker = worker(List.of(
                        "--queue-url=" + queue,
                        "--opensearch=http://127.0.0.1:" + silent.getLocalPort(),
                        "--health-port=0"))) {
            URI health = health(worker);
            awaitMeter(health, "ocsf_messages_total{event=\"received\"}", 2);
            awaitMeter(health, "ocsf_sink_bytes", 1);
            long told = System.nanoTime();
            worker.terminate();
            assertThat(worker.awaitExit()).as(worker.err()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(10));
            assertThat(worker.number("messagesAcknowledged")).isZero();

            List<String> visible = new ArrayList<>();
            long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            while (visible.size() < 2 && System.nanoTime() < end) {
                sqs.receiveMessage(b -> b.queueUrl(queue.toString()).maxNumberOfMessages(10))
                        .messages()
                        .forEach(message -> visible.add(message.messageId()));
            }
            assertThat(visible).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void saysWithTwoThatItsConfigurationIsWrong() throws Exception {
        Path config = Files.writeString(folder.resolve("wrong.properties"), "queue=x\n");
        try (OcsfProcess worker = worker(List.of("--config=" + config))) {
            assertThat(worker.awaitExit()).isEqualTo(2);
            assertThat(worker.err()).contains("queue");
        }
    }

    private OcsfProcess worker(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "ingest",
                "--json",
                "--sqs-endpoint=" + server.endpoint(),
                "--s3-endpoint=" + s3.endpoint(),
                "--dead-letters=" + folder.resolve("letters")));
        arguments.addAll(more);
        return OcsfProcess.start(s3, folder, arguments);
    }

    /** Where the worker says that it answers. */
    private static URI health(OcsfProcess worker) throws InterruptedException {
        Pattern line = Pattern.compile("health and metrics at (http://[0-9.:]+)");
        while (worker.isAlive()) {
            Matcher said = line.matcher(worker.err());
            if (said.find()) {
                return URI.create(said.group(1));
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException(worker.err());
    }

    /** The metrics once a meter has grown so far. */
    private static String awaitMeter(URI health, String name, long least) throws Exception {
        while (true) {
            String metrics = get(health.resolve("/metrics")).body();
            if (meter(metrics, name) >= least) {
                return metrics;
            }
            Thread.sleep(50);
        }
    }

    private static long meter(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + name + " in " + metrics));
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String key(int i) {
        return "aws/ROUTE53/2.0/region=us-east-1/accountId=111122223333/eventDay=20260601/" + i + ".gz.parquet";
    }

    private void announce(URI queue, int i) {
        String body = "{\"source\":\"aws.s3\",\"time\":\"2026-06-01T00:00:00Z\",\"account\":\"111122223333\","
                + "\"region\":\"us-east-1\",\"resources\":[\"arn:aws:s3:::" + BUCKET + "\"],\"detail\":{\"bucket\":"
                + "{\"name\":\"" + BUCKET + "\"},\"object\":{\"key\":\"" + key(i)
                + "\",\"size\":9000,\"etag\":\"0123\"},"
                + "\"request-id\":\"r\",\"requester\":\"securitylake.amazonaws.com\"}}";
        sqs.sendMessage(b -> b.queueUrl(queue.toString()).messageBody(body));
    }
}
