package org.ocsf4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class LocalSqsIT {

    private static LocalSqs server;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        server = LocalSqs.start();
        sqs = SqsClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(server.region()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        server.close();
    }

    @Test
    void givesQueueUrlsOfItsOwnAddress() {
        URI queue = server.createQueue("addressed", Duration.ofSeconds(30));

        assertThat(queue.toString()).isEqualTo(server.endpoint() + "/000000000000/addressed");
        assertThat(sqs.getQueueUrl(request -> request.queueName("addressed")).queueUrl())
                .isEqualTo(queue.toString());
    }

    @Test
    void deliversAgainAfterTheVisibilityTimeoutUntilDeleted() {
        URI queue = server.createQueue("visible", Duration.ofSeconds(1));
        send(queue, "one");

        assertThat(bodies(receive(queue, 1))).containsExactly("one");
        assertThat(receive(queue, 0)).isEmpty();
        List<Message> again = receive(queue, 5);
        assertThat(bodies(again)).containsExactly("one");
        sqs.deleteMessage(request ->
                request.queueUrl(queue.toString()).receiptHandle(again.get(0).receiptHandle()));

        assertThat(receive(queue, 2)).isEmpty();
    }

    @Test
    void movesAMessageToTheDeadLettersAfterItsLastReceive() {
        LocalSqs.RedriveQueues queues = server.createQueueWithDeadLetters("redriven", 2, Duration.ofSeconds(1));
        send(queues.queueUrl(), "poison");

        assertThat(bodies(receive(queues.queueUrl(), 1))).containsExactly("poison");
        assertThat(bodies(receive(queues.queueUrl(), 5))).containsExactly("poison");
        assertThat(receive(queues.queueUrl(), 3)).isEmpty();

        assertThat(bodies(receive(queues.deadLetterQueueUrl(), 5))).containsExactly("poison");
    }

    @Test
    void refusesANameThatSqsWouldRefuse() {
        assertThatThrownBy(() -> server.createQueue("no spaces", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no spaces");
    }

    @Test
    void keepsToTheLimitsOfSqs() {
        assertThatThrownBy(() -> server.createQueue("endless", Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT48H");
        assertThatThrownBy(() -> server.createQueueWithDeadLetters("never", 0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no receive count; 0;");
    }

    @Test
    void saysSoWhenItIsClosed() {
        LocalSqs closed = LocalSqs.start();
        closed.close();

        assertThatThrownBy(() -> closed.createQueue("late", Duration.ofSeconds(1)))
                .isInstanceOf(LocalServerException.class)
                .hasMessageStartingWith("[sqs queue late] no answer; http://127.0.0.1:");
    }

    private static void send(URI queue, String body) {
        sqs.sendMessage(request -> request.queueUrl(queue.toString()).messageBody(body));
    }

    private static List<Message> receive(URI queue, int waitSeconds) {
        return sqs.receiveMessage(request -> request.queueUrl(queue.toString()).waitTimeSeconds(waitSeconds))
                .messages();
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }
}
