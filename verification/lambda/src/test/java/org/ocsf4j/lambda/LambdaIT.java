package org.ocsf4j.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ocsf4j.lambda.FunctionProcess.Ending;
import org.ocsf4j.testkit.lake.LakeTable;
import software.amazon.awssdk.services.sqs.model.Message;

/** The example's jar under the runtime interface client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LambdaIT {

    /** More than an invocation begins with and less than it reads on with: one batch each. */
    private static final Duration ONE_BATCH = Duration.ofSeconds(15);

    private static final Duration PLENTY = Duration.ofMinutes(5);
    private static final int MOST_BATCHES = 60;

    private final Scene scene;

    LambdaIT() throws IOException {
        scene = new Scene(Path.of(System.getProperty("lambda.target", "target")));
    }

    @AfterEach
    void removeDocuments() {
        scene.removeDocuments();
    }

    @AfterAll
    void stop() throws IOException {
        scene.close();
    }

    @Test
    void namesExactlyTheRecordsThatAreNotSettled() throws Exception {
        EventSource queue = scene.queue("ten", 10);
        List<Scene.LakeObject> good = new ArrayList<>();
        List<LakeTable> tables = List.of(LakeTable.values());
        for (int i = 0; i < 7; i++) {
            good.add(scene.put(tables.get(i), 40, i));
            queue.send(good.get(i).announcement());
        }
        Scene.LakeObject whole = scene.put(LakeTable.VPC_FLOW_V2, 40, 7);
        queue.send(tornCopyOf(whole).announcement());
        queue.send("{\"not\":\"a notification\"}");
        queue.send(Scene.announcement("somebody-elses-bucket", "aws/x.gz.parquet", 10));

        try (FunctionProcess function = scene.example(queue, Map.of())) {
            EventSource.Batch batch = queue.deliver(receiveAll(queue, 10), function, PLENTY);

            assertThat(batch.invocation().ending()).as(function.log()).isEqualTo(Ending.RESPONSE);
            assertThat(bodies(batch, batch.failures()))
                    .as(function.log())
                    .hasSize(3)
                    .allMatch(body -> body.contains("torn.gz.parquet")
                            || body.contains("not")
                            || body.contains("somebody-elses-bucket"));
            assertThat(scene.documents(good)).isEqualTo(Documents.exactly(7 * 40));
        }
    }

    @Test
    void completesALongObjectByContinuations() throws Exception {
        EventSource queue = scene.queue("long", 1);
        Scene.LakeObject object = scene.put(LakeTable.API_ACTIVITY_V2, 12_000, 1);
        queue.send(object.announcement());

        try (FunctionProcess function = scene.example(queue, Map.of())) {
            int invocations = 0;
            while (!queue.isEmpty() && invocations < MOST_BATCHES) {
                List<Message> messages = queue.receive();
                if (!messages.isEmpty()) {
                    assertThat(queue.deliver(messages, function, ONE_BATCH)
                                    .invocation()
                                    .ending())
                            .as(function.log())
                            .isEqualTo(Ending.RESPONSE);
                    invocations++;
                }
            }
            assertThat(invocations).as(function.log()).isBetween(4, MOST_BATCHES - 1);
        }
        assertThat(scene.documents(List.of(object))).isEqualTo(Documents.exactly(12_000));
    }

    /** What happens when the queue has confirmed a continuation. */
    private static final class Trap {
        volatile Runnable action = () -> {};
    }

    @Test
    void writesEachRowOnceThoughItDiesBetweenTheContinuationAndItsReturn() throws Exception {
        EventSource queue = scene.queue("killed", 1);
        Scene.LakeObject object = scene.put(LakeTable.API_ACTIVITY_V2, 12_000, 2);
        queue.send(object.announcement());

        AtomicInteger deaths = new AtomicInteger();
        int batches = 0;
        Trap trap = new Trap();
        Passage.Watcher watcher = (request, status) -> {
            if (status == 200
                    && "AmazonSQS.SendMessage"
                            .equals(request.getRequestHeaders().getFirst("X-Amz-Target"))) {
                trap.action.run();
            }
        };
        try (Passage watch = new Passage(scene.sqsEndpoint(), watcher)) {
            Map<String, String> through =
                    Map.of("AWS_ENDPOINT_URL_SQS", watch.endpoint().toString());
            FunctionProcess function = scene.example(queue, through);
            try {
                while (!queue.isEmpty() && batches < MOST_BATCHES) {
                    List<Message> messages = queue.receive();
                    if (messages.isEmpty()) {
                        continue;
                    }
                    batches++;
                    trap.action = deaths.get() < 2 ? function::kill : () -> {};
                    EventSource.Batch batch = queue.deliver(messages, function, ONE_BATCH);
                    if (batch.invocation().ending() == Ending.DIED) {
                        deaths.incrementAndGet();
                        function.close();
                        function = scene.example(queue, through);
                    }
                }
            } finally {
                function.close();
            }
        }
        assertThat(deaths).hasValue(2);
        assertThat(batches).isLessThan(MOST_BATCHES);
        assertThat(scene.documents(List.of(object))).isEqualTo(Documents.exactly(12_000));
    }

    @Test
    void convertsSamplesBeforeTheSnapshotAndSettlesEventsAfterIt() throws Exception {
        EventSource queue = scene.queue("snapshot", 1);
        Scene.LakeObject object = scene.put(LakeTable.VPC_FLOW_V2, 100, 3);
        queue.send(object.announcement());

        try (FunctionProcess function = scene.example(queue, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"))) {
            assertThat(function.awaitReady().ending()).as(function.log()).isEqualTo(Ending.RESPONSE);
            assertThat(function.log())
                    .contains("before the snapshot: 1 actions", "after a start from the snapshot: 1 actions");
            assertThat(queue.deliver(receiveAll(queue, 1), function, PLENTY).failures())
                    .as(function.log())
                    .isEmpty();
        }
        assertThat(scene.documents(List.of(object))).isEqualTo(Documents.exactly(100));
    }

    @Test
    void saysMoreAtDebugAndReportsMetricsButNoSecrets() throws Exception {
        EventSource queue = scene.queue("debug", 1);
        queue.send(scene.put(LakeTable.VPC_FLOW_V2, 100, 4).announcement());

        try (FunctionProcess function =
                scene.example(queue, Map.of("LOG_LEVEL", "debug", "METRICS_NAMESPACE", "test/function"))) {
            queue.deliver(receiveAll(queue, 1), function, PLENTY);

            assertThat(function.log())
                    .contains("DEBUG", "\"Namespace\":\"test/function\"", "\"RowsIndexed\":100")
                    .doesNotContainIgnoringCase("hadoop")
                    .doesNotContain(scene.secretKey());
        }
    }

    @Test
    void isTimedBesideTheStackOfTheSample() throws Exception {
        String report = LambdaTimes.report(scene, 1, 200);

        assertThat(report).contains("| ocsf4j | ", "parquet-avro");
        System.out.println(report);
    }

    private Scene.LakeObject tornCopyOf(Scene.LakeObject whole) throws IOException {
        Path file = Files.createTempFile("torn-", ".parquet");
        try {
            byte[] bytes = new byte[(int) whole.sizeBytes()];
            Arrays.fill(bytes, (byte) 7);
            bytes[0] = 'P';
            bytes[1] = 'A';
            bytes[2] = 'R';
            bytes[3] = '1';
            Files.write(file, bytes);
            String key = whole.identity().location().key();
            return scene.put(key.substring(0, key.lastIndexOf('/') + 1) + "torn.gz.parquet", file, 0);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Message> receiveAll(EventSource queue, int count) {
        List<Message> messages = new ArrayList<>();
        while (messages.size() < count) {
            messages.addAll(queue.receive());
        }
        return messages;
    }

    private static List<String> bodies(EventSource.Batch batch, Set<String> ids) {
        return batch.messages().stream()
                .filter(message -> ids.contains(message.messageId()))
                .map(Message::body)
                .collect(Collectors.toList());
    }
}
