package org.ocsf4j.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocsf4j.aws.lambda.LambdaScene.created;
import static org.ocsf4j.aws.lambda.LambdaScene.event;
import static org.ocsf4j.aws.lambda.LambdaScene.failures;
import static org.ocsf4j.aws.lambda.LambdaScene.remaining;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.retry.ExponentialDelay;
import org.ocsf4j.testkit.server.LocalSqs;
import org.ocsf4j.testkit.server.LocalSqs.RedriveQueues;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Continuations through a real queue, which an event source mapping in small hands to the function. */
final class LambdaContinuationIT {

    private static final int MOST_INVOCATIONS = 100;
    private static final int MAX_RECEIVE_COUNT = 2;

    private final LocalSqs server = LocalSqs.start();
    private final AwsClients clients = AwsClients.builder()
            .region(server.region())
            .sqsEndpoint(server.endpoint())
            .credentials("id", "secret")
            .build();
    private final SqsClient sqs = clients.sqs();
    private final LambdaScene scene = new LambdaScene();
    private final RedriveQueues queues =
            server.createQueueWithDeadLetters("lake", MAX_RECEIVE_COUNT, Duration.ofSeconds(30));
    private final LambdaSqsHandler handler = LambdaSqsHandler.builder(scene.pipeline)
            .queue(sqs, queues.queueUrl().toString())
            .fruitlessContinuations(3)
            .redelivery(new ExponentialDelay(Duration.ofMillis(1), Duration.ofMillis(1)))
            .build();

    @AfterEach
    void stop() {
        scene.close();
        sqs.close();
        clients.close();
        server.close();
    }

    @Test
    void anObjectThatComesNoFurtherEndsInTheDeadLetterQueue() {
        scene.lake.put("aws/restless", 9);
        scene.restless.add("aws/restless");
        send(created("aws/restless"));

        int invocations = invokeUntilEmpty();

        assertThat(invocations)
                .as(
                        "the object, three continuations without a new row, and a last one that is received until it is moved")
                .isEqualTo(1 + 3 + MAX_RECEIVE_COUNT);
        List<Message> dead = receive(queues.deadLetterQueueUrl());
        assertThat(dead).hasSize(1);
        assertThat(NotificationParser.attempt(dead.get(0).body())).isEqualTo(3);
    }

    @Test
    void anObjectThatIsReplacedNowAndThenIsReadToItsEnd() {
        scene.lake.put("aws/now-and-then", 21);
        AtomicInteger batches = new AtomicInteger();
        scene.destination.before = () -> {
            int batch = batches.incrementAndGet();
            if (batch == 4 || batch == 8) { // replaced before the next opening, and back before the one after it
                scene.restless.add("aws/now-and-then");
            } else {
                scene.restless.remove("aws/now-and-then");
            }
        };
        send(created("aws/now-and-then"));

        invokeUntilEmpty();
        assertThat(receive(queues.deadLetterQueueUrl())).isEmpty();
        assertThat(scene.documents).hasSize(21);
    }

    private int invokeUntilEmpty() {
        int invocations = 0;
        for (List<Message> messages = receive(queues.queueUrl());
                !messages.isEmpty() && invocations < MOST_INVOCATIONS;
                messages = receive(queues.queueUrl())) {
            for (Message message : messages) {
                invoke(message);
                invocations++;
            }
        }
        return invocations;
    }

    private void invoke(Message message) {
        SQSMessage handed = LambdaScene.message(message.messageId(), message.body());
        handed.setReceiptHandle(message.receiptHandle());
        handed.setAttributes(message.attributesAsStrings());
        AtomicInteger asked = new AtomicInteger();
        // begins, then reads one batch and finds that the time is nearly over
        Context little = remaining(() -> asked.incrementAndGet() > 1 ? 15_000 : 60_000);
        if (failures(handler.handleRequest(event(handed), little)).isEmpty()) {
            sqs.deleteMessage(
                    request -> request.queueUrl(queues.queueUrl().toString()).receiptHandle(message.receiptHandle()));
        }
    }

    private List<Message> receive(URI queue) {
        return sqs.receiveMessage(request -> request.queueUrl(queue.toString())
                        .waitTimeSeconds(2)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void send(String body) {
        sqs.sendMessage(
                request -> request.queueUrl(queues.queueUrl().toString()).messageBody(body));
    }
}
