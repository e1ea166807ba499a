package org.ocsf4j.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.schema.json.JsonTree;
import org.ocsf4j.testkit.server.LocalOpenSearch;
import org.ocsf4j.testkit.server.LocalS3;
import org.ocsf4j.testkit.server.LocalSqs;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The service as it starts in production, over real servers on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
final class IngestApplicationIT {

    private static final long ROWS = 2_000;
    private static final String TEMPLATE =
            """
            {"index_patterns":["ocsf-*"],"template":{"settings":{"number_of_shards":1,"number_of_replicas":0},
             "mappings":{"dynamic":false,"properties":{"time":{"type":"date","format":"epoch_millis"}}}}}""";

    private final LocalOpenSearch node = LocalOpenSearch.shared();
    private final LocalS3 store = LocalS3.start();
    private final LocalSqs queues = LocalSqs.start();
    private final AwsClients clients = Lake.clients(store, queues.endpoint());
    private final S3Client s3 = clients.s3();
    private final SqsClient sqs = clients.sqs();
    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(node.uri()).build();
    private final Path folder;

    IngestApplicationIT(@TempDir Path folder) {
        this.folder = folder;
        System.setProperty("aws.accessKeyId", store.accessKey());
        System.setProperty("aws.secretAccessKey", store.secretKey());
    }

    @AfterAll
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        admin.close();
        s3.close();
        sqs.close();
        clients.close();
        queues.close();
        store.close();
    }

    @Test
    void storesEachEventOnceIsUpAndShowsMetersThatAddUp() throws Exception {
        admin.putIndexTemplate("spring", TEMPLATE.getBytes(StandardCharsets.UTF_8));
        Lake lake = Lake.fill(store, s3, folder.resolve("lake"), ROWS);
        URI queue = queues.createQueueWithDeadLetters("spring", 5, Duration.ofMinutes(5))
                .queueUrl();
        int messages = lake.announceTo(sqs, queue);
        long read = lake.rows() + lake.objects().get(0).rows();

        try (ConfigurableApplicationContext service = start(queue.toString())) {
            Endpoints actuator = endpoints(service);
            actuator.awaitMeter("ocsf_messages_total{event=\"acknowledged\"}", messages);
            assertThat(actuator.pipelineStatus()).isEqualTo("UP");
            assertThat(actuator.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(actuator.meter("ocsf_rows_read_total")).isEqualTo(read);
            assertThat(actuator.meter("ocsf_rows_total{outcome=\"indexed\"}")).isEqualTo(lake.rows());
            assertThat(actuator.meter("ocsf_rows_total{outcome=\"already_present\"}"))
                    .isEqualTo(lake.objects().get(0).rows());
            assertThat(actuator.meter("ocsf_rows_total{outcome=\"dead_lettered\"}"))
                    .isZero();
            assertThat(actuator.meter("ocsf_rows_total{outcome=\"filtered\"}")).isZero();
            assertThat(actuator.meter("ocsf_objects_total{state=\"settled\"}")).isEqualTo(messages);
            assertThat(actuator.meter("ocsf_object_lag_seconds_count"))
                    .as("S3 says when it stored them")
                    .isEqualTo(messages);
            assertThat(actuator.meter("ocsf_opensearch_requests_total")).isPositive();
            Map<String, Map<String, Object>> documents = documents();
            assertThat(documents.keySet()).isEqualTo(lake.documents().keySet());
            assertThat(documents).isEqualTo(lake.documents());
            assertThat(statesOfSpans(service)).hasSize(messages).containsOnly("settled");
            assertThat(service.getBean(Collected.class).ids()).isNotEmpty().isEqualTo(severe(lake.documents()));
        }
        assertThat(sqs.getQueueAttributes(request -> request.queueUrl(queue.toString())
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes()
                        .values())
                .containsOnly("0");
    }

    @Test
    void isDownOnceItsSetUpHasTurnedOutToBeWrong() throws Exception {
        URI queue = queues.createQueue("known", Duration.ofMinutes(5));
        try (ConfigurableApplicationContext service = start(queue + "-that-is-not-there")) {
            Endpoints actuator = endpoints(service);
            actuator.awaitMeter("ocsf_stopped_total", 1);
            assertThat(actuator.pipelineStatus()).isEqualTo("DOWN");
            assertThat(actuator.get("/health/readiness").statusCode()).isEqualTo(503);
            assertThat(actuator.get("/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    private ConfigurableApplicationContext start(String queueUrl) {
        return SpringApplication.run(
                IngestApplication.class,
                "--server.port=0",
                "--ocsf.queue-url=" + queueUrl,
                "--ocsf.open-search=" + node.uri(),
                "--ocsf.region=" + queues.region(),
                "--ocsf.sqs-endpoint=" + queues.endpoint(),
                "--ocsf.s3-endpoint=" + store.endpoint(),
                "--ocsf.dead-letters=" + folder.resolve("letters"),
                "--ocsf.alert-severity=4",
                "--management.tracing.sampling.probability=1");
    }

    private static Endpoints endpoints(ConfigurableApplicationContext service) {
        return new Endpoints(
                ((WebServerApplicationContext) service).getWebServer().getPort());
    }

    private static List<String> statesOfSpans(ConfigurableApplicationContext service) {
        service.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
        return service.getBean(InMemorySpanExporter.class).getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("read object"))
                .map(span -> String.valueOf(span.getAttributes().get(AttributeKey.stringKey("state"))))
                .toList();
    }

    private Map<String, Map<String, Object>> documents() throws IOException {
        admin.refresh("ocsf-*");
        Map<String, Object> answer =
                JsonTree.parseObject(admin.search("ocsf-*", "{\"size\":10000}".getBytes(StandardCharsets.UTF_8)));
        List<Object> hits = Objects.requireNonNull(
                JsonTree.arrayOrNull(object(answer, "hits").get("hits")));
        Map<String, Map<String, Object>> documents = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Object hit : hits) {
            Map<String, Object> document = Objects.requireNonNull(JsonTree.objectOrNull(hit));
            String id = String.valueOf(document.get("_id"));
            if (!seen.add(id)) {
                twice.add(id);
            }
            documents.put(id, object(document, "_source"));
        }
        assertThat(twice).isEmpty();
        return documents;
    }

    private static Map<String, Object> object(Map<String, Object> parent, String member) {
        return Objects.requireNonNull(JsonTree.objectOrNull(parent.get(member)), member);
    }

    private static Set<String> severe(Map<String, Map<String, Object>> documents) {
        Set<String> ids = new HashSet<>();
        documents.forEach((id, event) -> {
            Object severity = event.get("severity_id");
            if (severity instanceof Number number && number.intValue() >= 4 && number.intValue() <= 6) {
                ids.add(id);
            }
        });
        return ids;
    }
}
