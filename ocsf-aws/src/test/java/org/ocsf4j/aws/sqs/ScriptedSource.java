package org.ocsf4j.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocsf4j.aws.sqs.ScriptedQueue.messages;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ocsf4j.aws.ScriptedServer;
import org.ocsf4j.aws.ScriptedServer.Request;
import org.ocsf4j.notification.ReceivedMessage;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A source over a scripted queue. The visibility timeout is 3 s, so leases are extended every second. */
abstract class ScriptedSource {

    static final String EXTEND = "ChangeMessageVisibilityBatch";
    static final String DELETE = "DeleteMessageBatch";

    final ScriptedQueue queue = new ScriptedQueue();
    final ScriptedServer server = ScriptedServer.start(queue::answer);
    final SqsClient client = SqsClient.builder()
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(server.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    final String url = server.endpoint() + "/111122223333/queue";
    final SqsNotificationSource source =
            SqsNotificationSource.builder(client).queueUrl(url).build();

    @BeforeEach
    void callsNothingBeforeTheFirstReceive() {
        assertThat(server.requests()).isEmpty();
    }

    @AfterEach
    void stop() {
        source.close();
        client.close();
        server.close();
    }

    List<ReceivedMessage> receive(int count) throws InterruptedException {
        queue.on("ReceiveMessage", request -> messages(count));
        List<ReceivedMessage> received = source.receive(10, Duration.ZERO);
        assertThat(received).hasSize(count);
        return received;
    }

    List<Request> requests(String action) {
        return server.requests().stream()
                .filter(request -> ScriptedQueue.action(request).equals(action))
                .toList();
    }

    List<String> bodies(String action) {
        return requests(action).stream().map(Request::body).toList();
    }

    int count(String action) {
        return requests(action).size();
    }

    static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ocsf4j-sqs-"))
                .toList();
    }

    static CompletableFuture<Void> inThread(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task).start());
    }

    static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline)
                    .as("the condition never held")
                    .isNegative();
            Thread.sleep(10);
        }
    }
}
