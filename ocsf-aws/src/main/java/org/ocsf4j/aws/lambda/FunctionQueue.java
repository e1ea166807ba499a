package org.ocsf4j.aws.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.internal.SdkFailures;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The queues of the function, as far as the function itself calls them. */
final class FunctionQueue {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionQueue.class);

    private static final String ACCESS = "the queue's URL and region, the role, and its rights: sqs:SendMessage,"
            + " sqs:ChangeMessageVisibility, and kms:GenerateDataKey on the queue's key";
    private static final Duration LONGEST_DELAY = Duration.ofHours(11);

    private final SqsClient client;
    private final List<String> sources;
    private final String url;

    /** Fed from {@code sources}, one of which may be {@code continuations}, where the rest of an object is announced. */
    FunctionQueue(SqsClient client, List<String> sources, String continuations) {
        this.client = client;
        this.sources = List.copyOf(sources);
        this.url = continuations;
        for (String queue : sources) {
            if (queue.endsWith(".fifo")) {
                throw new ConfigurationException(
                        "[" + queue
                                + "] this is a FIFO queue; a message that fails would hold up all others; give a standard queue");
            }
        }
    }

    /** Returns once the queue has confirmed the message. */
    void send(String body) {
        SendMessageResponse response;
        try {
            response = client.sendMessage(request -> request.queueUrl(url).messageBody(body));
        } catch (SdkException e) {
            throw SdkFailures.of(url, e, ACCESS);
        }
        if (response.messageId() == null || response.messageId().isEmpty()) {
            throw new UnavailableException("[" + url + "] the queue did not confirm a continuation; try again");
        }
    }

    /** Makes a message come again after {@code delay}. A failure is logged: it comes again anyway. */
    void comeAgain(SQSMessage message, Duration delay) {
        String source = sourceOf(message);
        if (source == null) {
            LOG.warn(
                    "[message {}] its delay is the queue's own; no queue of that name was given; {}",
                    message.getMessageId(),
                    message.getEventSourceArn());
            return;
        }
        Duration hidden = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        try {
            client.changeMessageVisibility(request -> request.queueUrl(source)
                    .receiptHandle(message.getReceiptHandle())
                    .visibilityTimeout((int) hidden.toSeconds()));
        } catch (SdkException e) {
            OcsfException failure = SdkFailures.of(source, e, ACCESS);
            LOG.warn("[message {}] its delay is the queue's own; {}", message.getMessageId(), failure.getMessage());
        }
    }

    /** The one with the name at the end of the message's {@code arn:aws:sqs:<region>:<account>:<name>}. */
    private @Nullable String sourceOf(SQSMessage message) {
        String arn = message.getEventSourceArn();
        if (sources.size() == 1 || arn == null) {
            return sources.get(0);
        }
        String name = "/" + arn.substring(arn.lastIndexOf(':') + 1);
        return sources.stream()
                .filter(queue -> queue.endsWith(name))
                .findFirst()
                .orElse(null);
    }
}
