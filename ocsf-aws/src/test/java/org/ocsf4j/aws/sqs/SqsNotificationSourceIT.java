package org.ocsf4j.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.Notification.Malformed;
import org.ocsf4j.notification.Notification.Understood;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.testkit.server.LocalSqs;
import org.ocsf4j.testkit.server.LocalSqs.RedriveQueues;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Against a real SQS server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqsNotificationSourceIT {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private final LocalSqs server = LocalSqs.start();
    private final AwsClients clients = AwsClients.builder()
            .region(server.region())
            .sqsEndpoint(server.endpoint())
            .credentials("id", "secret")
            .build();
    private final SqsClient client = clients.sqs();

    @AfterAll
    void stop() {
        client.close();
        clients.close();
        server.close();
    }

    @Test
    void receivesParsesAndDeletes() throws InterruptedException {
        URI queue = server.createQueue("plain", SHORT);
        Instant before = Instant.now().minusMillis(1);
        send(queue, message("aws/a+b=c ä.parquet"));
        try (SqsNotificationSource source = source(queue)) {
            ReceivedMessage received = one(source);

            assertThat(received.receiveCount()).isOne();
            assertThat(received.sentAt()).isBetween(before, Instant.now().plusMillis(1));
            assertThat(((Understood) received.notification()).objects())
                    .extracting(object -> object.location().key())
                    .containsExactly("aws/a+b=c ä.parquet");
            assertThat(source.remaining()).hasValue(1);
            received.acknowledgement().confirm();
            assertThat(source.remaining()).hasValue(0);
            assertThat(source.receive(1, Duration.ofSeconds(1))).isEmpty();
        }
    }

    @Test
    void holdsTenSlowMessagesUnderATwoSecondVisibility() throws Exception {
        URI queue = server.createQueue("slow", SHORT);
        for (int i = 0; i < 10; i++) {
            send(queue, message("aws/" + i));
        }
        Map<String, Integer> seen = new HashMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(10);
        try (SqsNotificationSource source = source(queue);
                SqsNotificationSource rival = source(queue)) {
            List<Future<?>> works = new ArrayList<>();
            while (seen.size() < 10) {
                for (ReceivedMessage message : source.receive(10, Duration.ofSeconds(5))) {
                    seen.merge(message.id(), message.receiveCount(), Integer::sum);
                    works.add(workers.submit(() -> workSixSeconds(message.acknowledgement())));
                }
            }
            assertThat(rival.receive(10, Duration.ofSeconds(5))).isEmpty();
            for (Future<?> work : works) {
                work.get();
            }
            assertThat(seen).hasSize(10).allSatisfy((id, count) -> assertThat(count)
                    .isOne());
            assertThat(rival.receive(10, Duration.ofSeconds(3))).isEmpty();
            assertThat(source.remaining()).hasValue(0);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void deletesNothingOnceSomebodyElseHasTheMessage() throws InterruptedException {
        URI queue = server.createQueue("lost", SHORT);
        send(queue, message("aws/x"));
        Acknowledgement old;
        try (SqsNotificationSource source = source(queue)) {
            old = one(source).acknowledgement();
        } // closed: its leases run out
        try (SqsNotificationSource rival = source(queue)) {
            ReceivedMessage again = one(rival);
            assertThat(again.receiveCount()).isEqualTo(2);

            assertThatThrownBy(old::confirm).isInstanceOf(UnavailableException.class);
            assertThat(old.isLost()).isTrue();
            assertThat(rival.remaining()).hasValue(1);
            again.acknowledgement().confirm();
            assertThat(rival.remaining()).hasValue(0);
        }
    }

    @Test
    void noticesThatSomebodyElseDeletedTheMessage() throws InterruptedException {
        URI queue = server.createQueue("stolen", SHORT);
        send(queue, message("aws/x"));
        try (SqsNotificationSource source = source(queue)) {
            Acknowledgement held = one(source).acknowledgement();
            client.purgeQueue(request -> request.queueUrl(queue.toString()));
            for (int i = 0; i < 100 && !held.isLost(); i++) {
                Thread.sleep(50);
            }

            assertThat(held.isLost()).isTrue();
            assertThatThrownBy(held::confirm).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void givesBackAtOnceOrAfterADelay() throws InterruptedException {
        URI queue = server.createQueue("back", Duration.ofSeconds(60));
        send(queue, message("aws/x"));
        try (SqsNotificationSource source = source(queue)) {
            one(source).acknowledgement().giveBack(Duration.ZERO);
            ReceivedMessage second = one(source);
            assertThat(second.receiveCount()).isEqualTo(2);

            second.acknowledgement().giveBack(Duration.ofSeconds(3));
            assertThat(source.receive(1, Duration.ofSeconds(1))).isEmpty();
            ReceivedMessage third = one(source);
            assertThat(third.receiveCount()).isEqualTo(3);
            third.acknowledgement().confirm();
        }
    }

    @Test
    void leavesMalformedMessagesToTheRedrivePolicy() throws InterruptedException {
        RedriveQueues queues = server.createQueueWithDeadLetters("redriven", 2, SHORT);
        send(queues.queueUrl(), message("aws/x").replace("aws-security-data-lake-x", "forged-bucket"));
        try (SqsNotificationSource source = source(queues.queueUrl());
                SqsNotificationSource deadLetters = source(queues.deadLetterQueueUrl())) {
            for (int count = 1; count <= 2; count++) {
                ReceivedMessage message = one(source);
                assertThat(message.receiveCount()).isEqualTo(count);
                assertThat(message.notification()).isInstanceOf(Malformed.class);
                message.acknowledgement().giveBack(Duration.ZERO);
            }
            assertThat(source.receive(1, Duration.ofSeconds(1))).isEmpty();
            assertThat(one(deadLetters).notification()).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void confirmsABatchOfTen() throws Exception {
        URI queue = server.createQueue("batch", Duration.ofSeconds(60));
        for (int i = 0; i < 10; i++) {
            send(queue, message("aws/" + i));
        }
        ExecutorService workers = Executors.newFixedThreadPool(10);
        try (SqsNotificationSource source = source(queue)) {
            List<ReceivedMessage> received = source.receive(10, Duration.ofSeconds(5));
            assertThat(received).hasSize(10);
            List<Future<?>> confirmed = new ArrayList<>();
            for (ReceivedMessage message : received) {
                confirmed.add(workers.submit(message.acknowledgement()::confirm));
            }
            for (Future<?> confirmation : confirmed) {
                confirmation.get();
            }
            assertThat(source.remaining()).hasValue(0);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void refusesAQueueThatIsNotThere() {
        try (SqsNotificationSource source = source(server.endpoint().resolve("/000000000000/nowhere"))) {
            assertThatThrownBy(() -> source.receive(1, Duration.ZERO))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("URL");
            assertThat(source.remaining()).isEmpty();
        }
    }

    private SqsNotificationSource source(URI queue) {
        return SqsNotificationSource.builder(client).queueUrl(queue.toString()).build();
    }

    private void send(URI queue, String body) {
        client.sendMessage(request -> request.queueUrl(queue.toString()).messageBody(body));
    }

    private static ReceivedMessage one(SqsNotificationSource source) throws InterruptedException {
        List<ReceivedMessage> received = source.receive(1, Duration.ofSeconds(8));
        assertThat(received).hasSize(1);
        return received.get(0);
    }

    private static void workSixSeconds(Acknowledgement acknowledgement) {
        try {
            Thread.sleep(6000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        acknowledgement.confirm();
    }

    private static String message(String key) {
        return """
                {"source": "aws.s3", "account": "111122223333", "region": "us-east-1",
                 "detail": {"bucket": {"name": "aws-security-data-lake-x"}, "object": {"key": "%s", "size": 1, "etag": "e"}}}"""
                .formatted(key);
    }
}
