package org.ocsf4j.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocsf4j.schema.json.JsonTree;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What Lambda's event source mapping does: receives from the queue, invokes the function, deletes the messages that the response does
 * not name as failed, and none where there is no response.
 */
final class EventSource {

    private static final JsonFactory JSON = new JsonFactory();

    private final SqsClient queues;
    private final String url;
    private final int batchSize;

    EventSource(SqsClient queues, URI url, int batchSize) {
        this.queues = queues;
        this.url = url.toString();
        this.batchSize = batchSize;
    }

    String url() {
        return url;
    }

    void send(String body) {
        queues.sendMessage(request -> request.queueUrl(url).messageBody(body));
    }

    /**
     * One batch.
     *
     * @param invocation how the function ended it
     * @param failures the messages that the function named
     */
    record Batch(FunctionProcess.Invocation invocation, List<Message> messages, Set<String> failures) {}

    /** Receives up to a batch, waiting for a second at most, and invokes the function; without messages, the batch is empty. */
    List<Message> receive() {
        return queues.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(batchSize)
                        .waitTimeSeconds(1)
                        .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages();
    }

    /** Waits until there are messages. */
    List<Message> receiveSome() {
        List<Message> messages = receive();
        while (messages.isEmpty()) {
            messages = receive();
        }
        return messages;
    }

    /** Invokes the function with messages and settles them. What a dead process held is visible again at once. */
    Batch deliver(List<Message> messages, FunctionProcess function, Duration time) throws IOException {
        FunctionProcess.Invocation invocation = function.invoke(event(messages), time);
        Set<String> failures = new HashSet<>();
        if (invocation.ending() == FunctionProcess.Ending.RESPONSE) {
            failures.addAll(failures(invocation.body()));
            for (Message message : messages) {
                if (!failures.contains(message.messageId())) {
                    queues.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
                }
            }
        } else if (invocation.ending() == FunctionProcess.Ending.DIED) {
            for (Message message : messages) {
                queues.changeMessageVisibility(request -> request.queueUrl(url)
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(0));
            }
        }
        return new Batch(invocation, messages, failures);
    }

    /** Whether nothing is in the queue, hidden messages included. */
    boolean isEmpty() {
        Map<QueueAttributeName, String> attributes = queues.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
        return "0".equals(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                && "0".equals(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static List<String> failures(String response) throws IOException {
        List<String> ids = new ArrayList<>();
        Map<String, Object> tree = JsonTree.parseObject(response.getBytes(StandardCharsets.UTF_8));
        for (Object failure : (List<?>) tree.getOrDefault("batchItemFailures", List.of())) {
            ids.add(String.valueOf(((Map<?, ?>) failure).get("itemIdentifier")));
        }
        return ids;
    }

    /** The event, as Lambda words it. */
    private String event(List<Message> messages) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("Records");
            for (Message message : messages) {
                json.writeStartObject();
                json.writeStringField("messageId", message.messageId());
                json.writeStringField("receiptHandle", message.receiptHandle());
                json.writeStringField("body", message.body());
                json.writeObjectFieldStart("attributes");
                json.writeStringField(
                        "ApproximateReceiveCount",
                        message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
                json.writeEndObject();
                json.writeObjectFieldStart("messageAttributes");
                json.writeEndObject();
                json.writeStringField("eventSource", "aws:sqs");
                json.writeStringField("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:" + name());
                json.writeStringField("awsRegion", "us-east-1");
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
