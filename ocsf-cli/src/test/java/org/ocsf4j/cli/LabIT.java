package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The main job on real servers: SQS, S3, Parquet, JSON, OpenSearch. Each test ends with the settlement equation. */
final class LabIT {

    private static final int ROWS = 5;
    private static final PipelineObserver SILENT = new PipelineObserver() {};

    private final Path folder;

    LabIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anObjectAnnouncedTwiceIsIndexedOnce() throws IOException {
        try (LabServers servers = LabServers.start()) {
            LabLake lake = new LabLake(servers);
            List<LabLake.Put> objects = lake.putSample(SampleLake.MINIMUM_ROWS);
            objects.forEach(lake::announce);
            objects.forEach(lake::announce);

            RunReport run = LabPipeline.runUntilEmpty(servers, folder, SILENT);
            LabReport report = LabReport.of(objects.size(), run, servers.admin());

            assertThat(run.counts().read()).isEqualTo(2 * SampleLake.MINIMUM_ROWS);
            assertThat(run.counts().indexed()).isEqualTo(SampleLake.MINIMUM_ROWS);
            assertThat(run.counts().alreadyPresent()).isEqualTo(SampleLake.MINIMUM_ROWS);
            assertThat(report.countedInAll()).isEqualTo(SampleLake.MINIMUM_ROWS);
            assertThat(report.agreed()).as(report.text()).isTrue();
        }
    }

    @Test
    void eachBadThingIsNamedAndTheGoodRowsAreIndexed() throws Exception {
        try (LabServers servers = LabServers.start()) {
            LabLake lake = new LabLake(servers);
            lake.announce(put(servers, "good", LakeTable.ROUTE53_V2));
            lake.announce(put(servers, "refused", LakeTable.WAF_V2));
            lake.announce(truncated(put(servers, "truncated", LakeTable.VPC_FLOW_V2), servers));
            lake.announce(new LabLake.Put(key("missing"), "0123", 9000));
            servers.clients().sqs().sendMessage(b -> b.queueUrl(servers.queueUrl())
                    .messageBody("{\"half\": "));
            refuseEverythingIn(servers, "ocsf-1.1.0-4002-http_activity-" + day());

            RunReport run = LabPipeline.runUntilEmpty(servers, folder, SILENT);
            LabReport report = LabReport.of(4, run, servers.admin());

            assertThat(run.counts().indexed()).isEqualTo(ROWS);
            assertThat(report.countedInAll()).isEqualTo(ROWS);
            assertThat(run.counts().deadLettered()).isEqualTo(ROWS);
            assertThat(run.counts().isSettled()).isTrue();
            assertThat(run.messagesAcknowledged()).isEqualTo(3);
            assertThat(run.messagesLeft()).isEqualTo(2);
            assertThat(run.isSettled()).isFalse();
            assertThat(report.agreed()).isFalse();
            assertThat(run.problems())
                    .anyMatch(
                            p -> p.subject().contains("truncated") && p.cause().contains("PAR1") && !p.settled())
                    .anyMatch(p -> p.subject().contains("missing") && p.cause().contains("404") && p.settled())
                    .anyMatch(
                            p -> p.subject().startsWith("message ") && p.cause().contains("JSON") && !p.settled())
                    .hasSize(3);
            assertThat(letters())
                    .hasSize(ROWS + 1)
                    .filteredOn(letter -> letter.contains("mapper_parsing_exception"))
                    .hasSize(ROWS)
                    .allMatch(letter -> letter.contains("refused.gz.parquet") && letter.contains("\"document\":{"));
            assertThat(messagesIn(servers, servers.deadLetterQueueUrl())).isEqualTo(2);
            assertThat(messagesIn(servers, servers.queueUrl())).isZero();
        }
    }

    private static String key(String name) {
        return "ext/test/1.0/region=us-east-1/accountId=123456789012/eventDay=20260101/" + name + ".gz.parquet";
    }

    private static String day() {
        return ObjectOptions.defaults().day().toString().replace('-', '.');
    }

    /** Copies a file into the folder behind the bucket, which makes it an object. */
    private static LabLake.Put put(LabServers servers, String name, LakeTable table) throws IOException {
        Path file = servers.bucketDir().resolve(key(name));
        Files.createDirectories(file.resolveSibling("."));
        SampleLake.writeObject(table, file, ROWS, ObjectOptions.defaults());
        return new LabLake.Put(key(name), "0123", Files.size(file));
    }

    private static LabLake.Put truncated(LabLake.Put object, LabServers servers) throws IOException {
        Path file = servers.bucketDir().resolve(object.key());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        return object;
    }

    /** Two fields that every event has are mapped to what they are not: moving one of them aside does not help. */
    private static void refuseEverythingIn(LabServers servers, String index) throws Exception {
        URI uri = servers.openSearch().uri().resolve("/" + index);
        String body =
                "{\"mappings\":{\"properties\":{\"class_uid\":{\"type\":\"ip\"},\"category_uid\":{\"type\":\"ip\"}}}}";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<String> letters() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    private static int messagesIn(LabServers servers, String queueUrl) {
        QueueAttributeName visible = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        return Integer.parseInt(servers.clients()
                .sqs()
                .getQueueAttributes(b -> b.queueUrl(queueUrl).attributeNames(visible))
                .attributes()
                .get(visible));
    }
}
