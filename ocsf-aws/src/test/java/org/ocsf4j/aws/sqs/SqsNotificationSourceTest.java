package org.ocsf4j.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.aws.sqs.ScriptedQueue.error;
import static org.ocsf4j.aws.sqs.ScriptedQueue.handles;
import static org.ocsf4j.aws.sqs.ScriptedQueue.messages;
import static org.ocsf4j.aws.sqs.ScriptedQueue.visibilities;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocsf4j.aws.ScriptedServer.Response;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.Notification.Malformed;
import org.ocsf4j.notification.ReceivedMessage;

/** Receiving, refusals of set-ups and of the service, and the source's end. */
final class SqsNotificationSourceTest extends ScriptedSource {

    @Test
    void receivesWithReceiveCountAndParsedBody() throws InterruptedException {
        queue.on("ReceiveMessage", request -> messages(2));

        List<ReceivedMessage> received = source.receive(50, Duration.ofMillis(1500));

        assertThat(received).extracting(ReceivedMessage::id).containsExactly("m0", "m1");
        assertThat(received).extracting(ReceivedMessage::receiveCount).containsExactly(1, 2);
        assertThat(received).allSatisfy(m -> assertThat(m.notification()).isInstanceOf(Malformed.class));
        assertThat(bodies("ReceiveMessage"))
                .singleElement()
                .asString()
                .contains("\"MaxNumberOfMessages\":10", "\"WaitTimeSeconds\":2", "\"VisibilityTimeout\":3");
    }

    @Test
    void returnsNothingWhenTheTimeIsOver() throws InterruptedException {
        assertThat(source.receive(3, Duration.ZERO)).isEmpty();
        assertThat(source.receive(3, Duration.ofSeconds(45))).isEmpty();
        assertThat(bodies("ReceiveMessage"))
                .extracting(body -> body.replaceAll(".*\"WaitTimeSeconds\":([0-9]+).*", "$1"))
                .containsExactly("0", "20", "20", "5");
    }

    @ParameterizedTest
    @CsvSource({
        "400, QueueDoesNotExist, org.ocsf4j.failure.ConfigurationException",
        "400, InvalidAddress, org.ocsf4j.failure.ConfigurationException",
        "403, AccessDeniedException, org.ocsf4j.failure.ConfigurationException",
        "403, InvalidClientTokenId, org.ocsf4j.failure.ConfigurationException",
        "400, KmsAccessDenied, org.ocsf4j.failure.ConfigurationException",
        "400, KmsThrottled, org.ocsf4j.failure.UnavailableException",
        "400, RequestThrottled, org.ocsf4j.failure.UnavailableException",
        "400, OverLimit, org.ocsf4j.failure.UnavailableException",
        "429, ThrottlingException, org.ocsf4j.failure.UnavailableException",
        "503, ServiceUnavailable, org.ocsf4j.failure.UnavailableException"
    })
    void sortsRefusalsByWhatHelps(int status, String code, Class<? extends Throwable> expected) {
        queue.on("ReceiveMessage", request -> error(status, code));
        assertThatThrownBy(() -> source.receive(1, Duration.ZERO))
                .isExactlyInstanceOf(expected)
                .hasMessageContaining("[" + url + "]");

        queue.on("GetQueueAttributes", request -> error(status, code));
        assertThat(source.remaining()).isEmpty();
        SqsNotificationSource other =
                SqsNotificationSource.builder(client).queueUrl(url).build();
        assertThatThrownBy(() -> other.receive(1, Duration.ZERO)).isExactlyInstanceOf(expected);
    }

    @Test
    void isUnavailableWhereNobodyListens() {
        server.close();
        assertThatThrownBy(() -> source.receive(1, Duration.ZERO)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void countsVisibleLeasedAndDelayedMessages() {
        queue.on(
                "GetQueueAttributes",
                request -> Response.of(
                        200,
                        """
                {"Attributes":{"ApproximateNumberOfMessages":"5","ApproximateNumberOfMessagesNotVisible":"7",
                 "ApproximateNumberOfMessagesDelayed":"11"}}"""));
        assertThat(source.remaining()).hasValue(23);
        queue.on("GetQueueAttributes", request -> Response.of(200, "{}"));
        assertThat(source.remaining()).isEmpty();
    }

    @Test
    void refusesQueuesThatLeaveNoTimeForWork() {
        queue.on("GetQueueAttributes", request -> Response.of(200, "{\"Attributes\":{\"VisibilityTimeout\":\"0\"}}"));
        assertThatThrownBy(() -> source.receive(1, Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("visibility timeout");
    }

    @Test
    void refusesFifoQueuesAndWrongOptions() {
        SqsNotificationSource.Builder builder = SqsNotificationSource.builder(client);
        assertThatThrownBy(builder::build).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> builder.queueUrl(url + ".fifo").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FIFO");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.visibilityTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.visibilityTimeout(Duration.ofHours(13)));
        assertThatIllegalArgumentException().isThrownBy(() -> source.receive(0, Duration.ZERO));
    }

    @Test
    void takesAGivenTimeoutWithoutAskingTheQueue() throws InterruptedException {
        queue.on("ReceiveMessage", request -> messages(1));
        try (SqsNotificationSource given = SqsNotificationSource.builder(client)
                .queueUrl(url)
                .visibilityTimeout(Duration.ofMillis(6500))
                .build()) {
            given.receive(1, Duration.ZERO);
            await(() -> count(EXTEND) == 1);
        }
        assertThat(count("GetQueueAttributes")).isZero();
        assertThat(bodies("ReceiveMessage")).singleElement().asString().contains("\"VisibilityTimeout\":7");
    }

    @Test
    void canBeInterruptedAndGivesBackWhatComesAfterwards() throws Exception {
        CountDownLatch polling = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        queue.on("ReceiveMessage", request -> {
            polling.countDown();
            awaitLatch(answer);
            return messages(2);
        });
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread receiver = new Thread(() -> {
            try {
                source.receive(10, Duration.ofSeconds(20));
                ended.completeExceptionally(new AssertionError("it received"));
            } catch (InterruptedException e) {
                ended.complete(e);
            }
        });
        receiver.start();
        assertThat(polling.await(5, TimeUnit.SECONDS)).isTrue();
        receiver.interrupt();

        assertThat(ended.get(2, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        answer.countDown();
        await(() -> count(EXTEND) == 1);
        assertThat(handles(requests(EXTEND).get(0))).containsExactly("h0", "h1");
        assertThat(visibilities(requests(EXTEND).get(0))).containsOnly("0");
    }

    @Test
    void endsLeasesAndThreadsWhenItIsClosed() throws InterruptedException {
        Acknowledgement held = receive(5).get(0).acknowledgement();
        await(() -> count(EXTEND) == 1);
        source.close();
        await(() -> threads().isEmpty());
        Thread.sleep(1300);

        assertThat(count(EXTEND)).isOne();
        assertThat(count(DELETE)).isZero();
        assertThatThrownBy(() -> source.receive(1, Duration.ZERO)).isInstanceOf(IllegalStateException.class);
        held.confirm(); // the client is still open
        assertThat(count(DELETE)).isOne();
    }

    @Test
    void endsAPollWhenItIsClosed() throws Exception {
        CountDownLatch polling = new CountDownLatch(1);
        queue.on("ReceiveMessage", request -> {
            polling.countDown();
            awaitLatch(new CountDownLatch(1));
            return messages(1);
        });
        CompletableFuture<List<ReceivedMessage>> received = new CompletableFuture<>();
        Thread receiver = new Thread(() -> {
            try {
                received.complete(source.receive(1, Duration.ofSeconds(20)));
            } catch (InterruptedException e) {
                received.completeExceptionally(e);
            }
        });
        receiver.start();
        assertThat(polling.await(5, TimeUnit.SECONDS)).isTrue();
        source.close();
        assertThat(received.get(2, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void runsOnDaemonThreadsThatSayWhatTheyDo() throws InterruptedException {
        receive(1);
        assertThat(threads()).isNotEmpty().allSatisfy(thread -> assertThat(thread.isDaemon())
                .isTrue());
    }
}
