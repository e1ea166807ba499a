package org.ocsf4j.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ocsf4j.aws.lambda.LambdaScene.calls;
import static org.ocsf4j.aws.lambda.LambdaScene.created;
import static org.ocsf4j.aws.lambda.LambdaScene.event;
import static org.ocsf4j.aws.lambda.LambdaScene.failures;
import static org.ocsf4j.aws.lambda.LambdaScene.message;
import static org.ocsf4j.aws.lambda.LambdaScene.remaining;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.ScriptedServer;
import org.ocsf4j.aws.ScriptedServer.Response;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.pipeline.PipelineObserver;
import software.amazon.awssdk.services.sqs.SqsClient;

final class LambdaSqsHandlerTest {

    private static final Context PLENTY = remaining(() -> 600_000);
    private static final Pattern SENT = Pattern.compile("\"MessageBody\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final LambdaScene scene = new LambdaScene();
    private volatile boolean refuses;
    private final ScriptedServer queue = ScriptedServer.start(
            request -> refuses ? Response.of(403, "{\"__type\":\"AccessDenied\"}") : confirmed(request.body()));
    private final AwsClients clients = AwsClients.builder()
            .region("eu-central-1")
            .credentials("id", "secret")
            .sqsEndpoint(queue.endpoint())
            .build();
    private final SqsClient sqs = clients.sqs();
    private final LambdaSqsHandler handler = LambdaSqsHandler.builder(scene.pipeline)
            .destination(scene.destination)
            .queue(sqs, queue.endpoint() + "/1/lake")
            .build();

    @AfterEach
    void stop() {
        scene.close();
        sqs.close();
        clients.close();
        queue.close();
    }

    @Test
    void namesExactlyTheMessagesThatAreNotSettled() {
        SQSMessage[] messages = new SQSMessage[10];
        for (int i = 0; i < 10; i++) {
            scene.lake.put("aws/" + i, 5);
            messages[i] = message("m" + i, created("aws/" + i));
        }
        scene.failing.put("aws/2", new CorruptObjectException("[aws/2] the footer is torn"));
        messages[5] = message("m5", "{\"not\":\"a notification\"}");
        messages[7] = message("m7", created("aws/7").replace(LambdaScene.BUCKET, "forged-bucket"));

        assertThat(failures(handler.handleRequest(event(messages), PLENTY))).containsExactly("m2", "m5", "m7");
        assertThat(scene.documents).hasSize(35);
    }

    @Test
    void makesWhatFailedComeAgainLater() {
        assertThat(failures(handler.handleRequest(event(message("m", "{}")), PLENTY)))
                .containsExactly("m");
        assertThat(calls(queue, "ChangeMessageVisibility"))
                .singleElement()
                .asString()
                .contains("\"ReceiptHandle\":\"handle-m\"")
                .contains("\"VisibilityTimeout\":4");
    }

    @Test
    void settlesWhatNamesNothingToRead() {
        assertThat(failures(handler.handleRequest(event(message("m", "{\"Event\":\"s3:TestEvent\"}")), PLENTY)))
                .isEmpty();
        assertThat(failures(handler.handleRequest(event(), PLENTY))).isEmpty();
    }

    @Test
    void announcesTheRestOfAnObjectUntilItIsRead() {
        scene.lake.put("aws/long +%2B", 9);
        String body = created("aws/long +%2B");
        int invocations = 0;
        for (; body != null && invocations < 20; invocations++) {
            AtomicInteger asked = new AtomicInteger();
            int before = calls(queue, "SendMessage").size();
            // begins, then reads one batch and finds that the time is nearly over
            Context little = remaining(() -> asked.incrementAndGet() > 1 ? 15_000 : 60_000);

            assertThat(failures(handler.handleRequest(event(message("m", body)), little)))
                    .isEmpty();
            body = calls(queue, "SendMessage").size() == before ? null : sent(before);
        }
        assertThat(invocations).as("five with rows, and one that finds the end").isEqualTo(6);
        assertThat(scene.documents).hasSize(9);
    }

    @Test
    void announcesTheRestInAQueueOfItsOwnAndDelaysMessagesWhereTheyCameFrom() {
        scene.lake.put("aws/long", 9);
        LambdaSqsHandler two = LambdaSqsHandler.builder(scene.pipeline)
                .queue(sqs, queue.endpoint() + "/1/lake")
                .continuationQueue(queue.endpoint() + "/1/rest")
                .build();
        AtomicInteger asked = new AtomicInteger();
        Context little = remaining(() -> asked.incrementAndGet() > 1 ? 15_000 : 60_000);
        assertThat(failures(two.handleRequest(event(message("m", created("aws/long"))), little)))
                .isEmpty();
        assertThat(calls(queue, "SendMessage")).singleElement().asString().contains("/1/rest\"");

        SQSMessage ofLake = message("a", "{}");
        SQSMessage ofRest = message("b", "{}");
        ofRest.setEventSourceArn("arn:aws:sqs:eu-central-1:111122223333:rest");
        SQSMessage stranger = message("c", "{}");
        stranger.setEventSourceArn("arn:aws:sqs:eu-central-1:111122223333:another");
        assertThat(failures(two.handleRequest(event(ofLake, ofRest, stranger), PLENTY)))
                .containsExactly("a", "b", "c");
        assertThat(calls(queue, "ChangeMessageVisibility"))
                .hasSize(2)
                .anyMatch(call -> call.contains("/1/lake\"") && call.contains("handle-a"))
                .anyMatch(call -> call.contains("/1/rest\"") && call.contains("handle-b"));
    }

    @Test
    void leavesTheMessageWhereTheRestIsNotAnnounced() {
        scene.lake.put("aws/long", 9);
        refuses = true;
        AtomicInteger asked = new AtomicInteger();
        Context little = remaining(() -> asked.incrementAndGet() > 1 ? 15_000 : 60_000);

        assertThat(failures(handler.handleRequest(event(message("m", created("aws/long"))), little)))
                .containsExactly("m");
    }

    @Test
    void beginsNothingWithoutTimeOrWithoutDestination() {
        scene.lake.put("aws/a", 1);
        assertThat(failures(handler.handleRequest(event(message("m", created("aws/a"))), remaining(() -> 4_000))))
                .containsExactly("m");
        scene.destination.ready = false;
        assertThat(failures(handler.handleRequest(event(message("m", created("aws/a"))), PLENTY)))
                .containsExactly("m");
        assertThat(scene.documents).isEmpty();
        scene.destination.ready = true;
        assertThat(failures(handler.handleRequest(event(message("m", created("aws/a"))), PLENTY)))
                .isEmpty();
    }

    @Test
    void beginsNoFurtherMessageOnceTheSetUpIsWrong() {
        scene.failing.put("aws/a", new ConfigurationException("[aws/a] refused"));
        scene.lake.put("aws/b", 1);
        LambdaSqsHandler oneByOne =
                LambdaSqsHandler.builder(scene.pipeline).messagesAtOnce(1).build();

        assertThat(failures(oneByOne.handleRequest(
                        event(message("a", created("aws/a")), message("b", created("aws/b"))), PLENTY)))
                .containsExactly("a", "b");
        assertThat(scene.documents).isEmpty();
    }

    @Test
    void failsTheWholeBatchWhereNobodyExpectedIt() {
        scene.lake.put("aws/a", 1);
        Context broken = remaining(() -> {
            throw new UnsupportedOperationException("no clock");
        });
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> handler.handleRequest(
                        event(message("a", created("aws/a")), message("b", created("aws/b"))), broken))
                .withMessageContaining("the whole batch comes again");
    }

    @Test
    void keepsALetterOfAMissingObjectAndSettlesItsMessage() {
        assertThat(failures(handler.handleRequest(event(message("m", created("aws/gone"))), PLENTY)))
                .isEmpty();
        assertThat(scene.letters).hasSize(1);
    }

    @Test
    void tellsItsObserversWhatBecomesOfMessagesAndWhenTheyWereSent() {
        scene.lake.put("aws/a", 1);
        Map<String, Instant> acknowledged = new ConcurrentHashMap<>();
        List<String> others = new CopyOnWriteArrayList<>();
        PipelineObserver observer = new PipelineObserver() {
            @Override
            public void messageReceived(ReceivedMessage message) {
                others.add("received " + message.id());
            }

            @Override
            public void messageRefused(ReceivedMessage message, String reason) {
                others.add("refused " + message.id());
            }

            @Override
            public void messageAcknowledged(ReceivedMessage message) {
                acknowledged.put(message.id(), Objects.requireNonNullElse(message.sentAt(), Instant.MAX));
            }

            @Override
            public void messageGivenBack(ReceivedMessage message, Duration delay, String reason) {
                others.add("given back " + message.id());
            }
        };
        LambdaSqsHandler observed = LambdaSqsHandler.builder(scene.pipeline)
                .messagesAtOnce(1)
                .observer(observer)
                .build();
        SQSMessage sent = message("a", created("aws/a"));
        sent.setAttributes(Map.of("SentTimestamp", "1780315200000"));
        SQSMessage odd = message("b", created("aws/a"));
        odd.setAttributes(Map.of("SentTimestamp", "yesterday"));

        observed.handleRequest(event(sent, odd, message("c", "{}")), PLENTY);

        assertThat(acknowledged)
                .containsOnly(Map.entry("a", Instant.parse("2026-06-01T12:00:00Z")), Map.entry("b", Instant.MAX));
        assertThat(others).containsExactly("received a", "received b", "received c", "refused c", "given back c");
    }

    @Test
    void refusesFifoQueues() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> LambdaSqsHandler.builder(scene.pipeline)
                        .queue(sqs, "https://sqs/1/lake.fifo")
                        .build())
                .withMessageContaining("FIFO");
        SQSMessage fifo = message("m", created("aws/a"));
        fifo.setEventSourceArn("arn:aws:sqs:eu-central-1:111122223333:lake.fifo");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> handler.handleRequest(event(fifo), PLENTY))
                .withMessageContaining("FIFO");
    }

    private String sent(int call) {
        return Objects.requireNonNull(messageBody(calls(queue, "SendMessage").get(call)));
    }

    /** With the digest of the message that the SDK compares. */
    private static Response confirmed(String request) {
        String body = messageBody(request);
        return Response.of(
                200, body == null ? "{}" : "{\"MessageId\":\"m-1\",\"MD5OfMessageBody\":\"" + md5(body) + "\"}");
    }

    private static @Nullable String messageBody(String request) {
        Matcher matcher = SENT.matcher(request);
        return matcher.find() ? matcher.group(1).replace("\\\"", "\"").replace("\\\\", "\\") : null;
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
