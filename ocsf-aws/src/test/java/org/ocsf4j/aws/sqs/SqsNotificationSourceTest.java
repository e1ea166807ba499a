package org.ocsf4j.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.aws.sqs.ScriptedQueue.batch;
import static org.ocsf4j.aws.sqs.ScriptedQueue.error;
import static org.ocsf4j.aws.sqs.ScriptedQueue.handles;
import static org.ocsf4j.aws.sqs.ScriptedQueue.messages;
import static org.ocsf4j.aws.sqs.ScriptedQueue.visibilities;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocsf4j.aws.ScriptedServer;
import org.ocsf4j.aws.ScriptedServer.Request;
import org.ocsf4j.aws.ScriptedServer.Response;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.Notification.Malformed;
import org.ocsf4j.notification.ReceivedMessage;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The visibility timeout is 3 s throughout, so leases are extended every second. */
final class SqsNotificationSourceTest {

    private static final String EXTEND = "ChangeMessageVisibilityBatch";
    private static final String DELETE = "DeleteMessageBatch";

    private final ScriptedQueue queue = new ScriptedQueue();
    private final ScriptedServer server = ScriptedServer.start(queue::answer);
    private final SqsClient client = SqsClient.builder()
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(server.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    private final String url = server.endpoint() + "/111122223333/queue";
    private final SqsNotificationSource source =
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

    @Test
    void extendsAtOnceAndThenEveryThirdOfTheTimeout() throws InterruptedException {
        receive(10);
        long received = System.nanoTime();
        await(() -> count(EXTEND) == 4);

        List<Request> extensions = requests(EXTEND);
        assertThat(extensions).allSatisfy(request -> {
            assertThat(handles(request)).hasSize(10);
            assertThat(visibilities(request)).containsOnly("3");
        });
        assertThat(millis(extensions.get(0).nanos() - received)).isLessThan(900);
        for (int i = 1; i < 4; i++) {
            assertThat(millis(extensions.get(i).nanos() - extensions.get(i - 1).nanos()))
                    .isBetween(900L, 1900L);
        }
    }

    @Test
    void extendsNoLongerWhatIsSettled() throws InterruptedException {
        List<ReceivedMessage> received = receive(3);
        await(() -> count(EXTEND) == 1);
        received.get(0).acknowledgement().confirm();
        received.get(2).acknowledgement().confirm();
        await(() -> count(EXTEND) == 2);
        received.get(1).acknowledgement().confirm();
        Thread.sleep(1500);

        assertThat(requests(EXTEND)).hasSize(2);
        assertThat(handles(requests(EXTEND).get(1))).containsExactly("h1");
    }

    @Test
    void triesAFailedExtensionAgainSoon() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        queue.on(
                EXTEND,
                request -> calls.incrementAndGet() <= 2 ? error(503, "ServiceUnavailable") : batch(request, Map.of()));
        Acknowledgement held = receive(1).get(0).acknowledgement();
        await(() -> calls.get() == 3);

        assertThat(millis(requests(EXTEND).get(2).nanos()
                        - requests(EXTEND).get(0).nanos()))
                .isLessThan(1500);
        Thread.sleep(3200);
        assertThat(held.isLost()).isFalse();
        held.confirm();
        assertThat(count(DELETE)).isOne();
    }

    @Test
    void triesOneFailedEntryOfAnExtensionAgain() throws InterruptedException {
        queue.on(
                EXTEND,
                request -> batch(request, Map.of("h1", "\"SenderFault\":false,\"Code\":\"InternalError\"", "h2", "")));
        List<ReceivedMessage> received = receive(3);
        await(() -> received.get(1).acknowledgement().isLost()
                && received.get(2).acknowledgement().isLost());

        assertThat(requests(EXTEND)).hasSizeGreaterThan(5);
        assertThat(received.get(0).acknowledgement().isLost()).isFalse();
    }

    @Test
    void losesALeaseWhoseHandleIsRefusedAndDeletesNothing() throws InterruptedException {
        queue.on(
                EXTEND,
                request -> batch(request, Map.of("h1", "\"SenderFault\":true,\"Code\":\"ReceiptHandleIsInvalid\"")));
        List<ReceivedMessage> received = receive(2);
        Acknowledgement lost = received.get(1).acknowledgement();
        await(lost::isLost);

        assertThatThrownBy(lost::confirm)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("lost");
        lost.giveBack(Duration.ZERO);
        assertThat(received.get(0).acknowledgement().isLost()).isFalse();
        assertThat(count(DELETE)).isZero();
        assertThat(requests(EXTEND))
                .allSatisfy(request -> assertThat(visibilities(request)).containsOnly("3"));
    }

    @Test
    void losesALeaseThatRanOutWhileTheQueueDidNotAnswer() throws InterruptedException {
        queue.on(EXTEND, request -> error(500, "InternalError"));
        Acknowledgement held = receive(1).get(0).acknowledgement();
        Thread.sleep(2000);
        assertThat(held.isLost()).isFalse();
        await(held::isLost);

        assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);
        assertThat(count(DELETE)).isZero();
    }

    @Test
    void losesALeaseThatRanOutAfterTheSourceWasClosed() throws InterruptedException {
        Acknowledgement held = receive(1).get(0).acknowledgement();
        await(() -> count(EXTEND) == 1);
        source.close();
        Thread.sleep(3500);

        assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);
        assertThat(held.isLost()).isTrue();
        assertThat(count(DELETE)).isZero();
    }

    @Test
    void saysInTheNextReceiveThatExtensionsAreRefused() throws InterruptedException {
        queue.on(EXTEND, request -> error(403, "AccessDenied"));
        receive(1);
        await(() -> count(EXTEND) > 1);

        assertThatThrownBy(() -> source.receive(1, Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sqs:ChangeMessageVisibility");
    }

    @Test
    void deletesOnceAndMatchesEntriesById() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        queue.on(
                DELETE,
                request -> batch(
                        request,
                        calls.incrementAndGet() == 1
                                ? Map.of("h1", "\"SenderFault\":false,\"Code\":\"InternalError\"")
                                : Map.of()));
        List<ReceivedMessage> received = receive(2);
        received.get(1).acknowledgement().confirm();
        received.get(1).acknowledgement().confirm();

        assertThat(requests(DELETE)).hasSize(2).allSatisfy(r -> assertThat(handles(r))
                .containsExactly("h1"));
        assertThat(received.get(1).acknowledgement().isLost()).isFalse();
    }

    @Test
    void deletesTogetherWhatIsConfirmedTogether() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        queue.on(DELETE, request -> {
            if (calls.incrementAndGet() == 1) {
                first.countDown();
                awaitLatch(others);
                return batch(request, Map.of());
            }
            return calls.get() == 2
                    ? batch(request, Map.of("h4", "\"SenderFault\":false,\"Code\":\"InternalError\"", "h7", ""))
                    : batch(request, Map.of());
        });
        List<ReceivedMessage> received = receive(10);
        List<CompletableFuture<Void>> confirmed = new ArrayList<>();
        for (ReceivedMessage message : received) {
            confirmed.add(inThread(message.acknowledgement()::confirm));
            assertThat(first.await(5, TimeUnit.SECONDS)).isTrue();
        }
        Thread.sleep(300);
        others.countDown();
        confirmed.forEach(CompletableFuture::join);

        assertThat(requests(DELETE)).hasSize(3);
        assertThat(handles(requests(DELETE).get(0))).hasSize(1);
        assertThat(handles(requests(DELETE).get(1))).hasSize(9);
        assertThat(handles(requests(DELETE).get(2))).containsExactlyInAnyOrder("h4", "h7");
    }

    @Test
    void throwsWhereADeletionIsNotConfirmedAndMayBeAskedAgain() throws InterruptedException {
        queue.on(DELETE, request -> batch(request, Map.of("h0", "")));
        Acknowledgement held = receive(1).get(0).acknowledgement();
        assertThatThrownBy(held::confirm)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("m0");

        queue.on(DELETE, request -> error(503, "ServiceUnavailable"));
        assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);

        queue.on(DELETE, request -> error(403, "AccessDenied"));
        assertThatThrownBy(held::confirm)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sqs:DeleteMessage");

        queue.on(DELETE, request -> batch(request, Map.of()));
        held.confirm();
    }

    @Test
    void isLostWhereADeletionsHandleIsRefused() throws InterruptedException {
        queue.on(
                DELETE,
                request -> batch(request, Map.of("h0", "\"SenderFault\":true,\"Code\":\"ReceiptHandleIsInvalid\"")));
        Acknowledgement held = receive(1).get(0).acknowledgement();

        assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);
        assertThat(held.isLost()).isTrue();
        assertThat(count(DELETE)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT-5S, 0", "PT0.2S, 1", "PT90S, 90", "PT24H, 43200"})
    void givesBackWithADelayInWholeSeconds(Duration delay, String seconds) throws InterruptedException {
        Acknowledgement held = receive(1).get(0).acknowledgement();
        await(() -> count(EXTEND) == 1);
        held.giveBack(delay);
        Thread.sleep(1300);

        assertThat(requests(EXTEND)).hasSize(2);
        assertThat(visibilities(requests(EXTEND).get(1))).containsExactly(seconds);
    }

    @Test
    void neverHidesAgainWhatWasGivenBackDuringAnExtension() throws InterruptedException {
        CountDownLatch extending = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        queue.on(EXTEND, request -> {
            if (visibilities(request).contains("3")) {
                extending.countDown();
                awaitLatch(answer);
            }
            return batch(request, Map.of());
        });
        Acknowledgement held = receive(1).get(0).acknowledgement();
        assertThat(extending.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> given = inThread(() -> held.giveBack(Duration.ZERO));
        Thread.sleep(200);
        assertThat(count(EXTEND)).isOne();
        answer.countDown();
        given.join();
        Thread.sleep(1200);

        assertThat(requests(EXTEND)).extracting(r -> visibilities(r).get(0)).containsExactly("3", "0");
    }

    @Test
    void throwsNothingWhereGivingBackFails() throws InterruptedException {
        Acknowledgement held = receive(1).get(0).acknowledgement();
        await(() -> count(EXTEND) == 1);
        queue.on(EXTEND, request -> error(500, "InternalError"));
        held.giveBack(Duration.ZERO);
        assertThat(count(EXTEND)).isEqualTo(2);
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

    private List<ReceivedMessage> receive(int count) throws InterruptedException {
        queue.on("ReceiveMessage", request -> messages(count));
        List<ReceivedMessage> received = source.receive(10, Duration.ZERO);
        assertThat(received).hasSize(count);
        return received;
    }

    private List<Request> requests(String action) {
        return server.requests().stream()
                .filter(request -> ScriptedQueue.action(request).equals(action))
                .toList();
    }

    private List<String> bodies(String action) {
        return requests(action).stream().map(Request::body).toList();
    }

    private int count(String action) {
        return requests(action).size();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ocsf4j-sqs-"))
                .toList();
    }

    private static CompletableFuture<Void> inThread(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task).start());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline)
                    .as("the condition never held")
                    .isNegative();
            Thread.sleep(10);
        }
    }
}
