package org.ocsf4j.testkit.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A real SQS server (ElasticMQ) of its own process on a free port of 127.0.0.1. Queues live in memory.
 *
 * <p>Long polling, visibility timeouts, batches and redrive to a dead-letter queue work; signatures are not checked, so
 * any credentials do. Thread-safe. Who starts it closes it; it also ends when this process ends, however it ends.
 */
public final class LocalSqs implements AutoCloseable {

    static final String REGION = "us-east-1";

    private static final String NAME = "sqs";
    private static final String ACCOUNT_ID = "000000000000";
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MAX_VISIBILITY_TIMEOUT = Duration.ofHours(12);
    private static final int MAX_RECEIVE_COUNT = 1000;
    private static final Pattern QUEUE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final ServerProcess process;
    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonFactory json = new JsonFactory();

    private LocalSqs(ServerProcess process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * A queue and where its messages go after too many receives.
     *
     * @param queueUrl with the server's own host and port
     * @param deadLetterQueueUrl with the server's own host and port
     */
    public record RedriveQueues(URI queueUrl, URI deadLetterQueueUrl) {}

    /**
     * Starts with no queues.
     *
     * @throws LocalServerException when it cannot be assembled or started
     */
    public static LocalSqs start() {
        return start(Homes::log);
    }

    /**
     * Starts, and says now and then how far the assembly of its home is.
     *
     * @throws LocalServerException when it cannot be assembled or started
     */
    public static LocalSqs start(Consumer<String> progress) {
        Path home = Homes.resolve(Homes.elasticMq(), progress);
        ServerProcess process = ServerProcess.start(
                NAME,
                RunFolder.create(NAME),
                Path.of(System.getProperty("java.home")),
                home,
                List.of("-Xmx256m"),
                List.of("sqs", REGION, ACCOUNT_ID));
        return new LocalSqs(process, URI.create("http://127.0.0.1:" + process.awaitPort()));
    }

    /** {@code http://127.0.0.1:port}. */
    public URI endpoint() {
        return endpoint;
    }

    /** The region of its queues. */
    public String region() {
        return REGION;
    }

    /**
     * Makes a queue whose messages come back after each visibility timeout until they are deleted.
     *
     * @param visibilityTimeout in whole seconds, up to 12 hours
     * @return the queue's URL
     * @throws IllegalArgumentException when SQS would not take the name or the timeout
     * @throws LocalServerException when the server refuses; no retry helps
     */
    public URI createQueue(String name, Duration visibilityTimeout) {
        return create(name, Map.of("VisibilityTimeout", seconds(visibilityTimeout)));
    }

    /**
     * Makes a queue, and a second one named {@code name-dead-letters} that takes a message when it has been received that
     * often and was not deleted.
     *
     * @param visibilityTimeout of both, in whole seconds, up to 12 hours
     * @param maxReceiveCount 1 to 1000
     * @throws IllegalArgumentException when SQS would not take the name, the count or the timeout
     * @throws LocalServerException when the server refuses; no retry helps
     */
    public RedriveQueues createQueueWithDeadLetters(String name, int maxReceiveCount, Duration visibilityTimeout) {
        if (maxReceiveCount < 1 || maxReceiveCount > MAX_RECEIVE_COUNT) {
            throw new IllegalArgumentException("[sqs queue " + name + "] no receive count; " + maxReceiveCount
                    + "; SQS takes 1 to " + MAX_RECEIVE_COUNT);
        }
        String deadLetterName = name + "-dead-letters";
        URI deadLetters = createQueue(deadLetterName, visibilityTimeout);
        String arn = "arn:aws:sqs:" + REGION + ":" + ACCOUNT_ID + ":" + deadLetterName;
        String policy = "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"" + maxReceiveCount + "\"}";
        URI queue = create(name, Map.of("VisibilityTimeout", seconds(visibilityTimeout), "RedrivePolicy", policy));
        return new RedriveQueues(queue, deadLetters);
    }

    /** SQS's own limits, which the server does not keep. */
    private static String seconds(Duration visibilityTimeout) {
        if (visibilityTimeout.isNegative() || visibilityTimeout.compareTo(MAX_VISIBILITY_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "[sqs] no visibility timeout; " + visibilityTimeout + "; SQS takes 0 s to 12 h");
        }
        return Long.toString(visibilityTimeout.toSeconds());
    }

    private URI create(String name, Map<String, String> attributes) {
        if (!QUEUE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "[sqs] no queue name; " + name + "; take up to 80 letters, digits, hyphens and underscores");
        }
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS.CreateQueue")
                .POST(HttpRequest.BodyPublishers.ofString(createQueueBody(name, attributes)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return queueUrl(response.body());
            }
            throw new LocalServerException("[sqs queue " + name + "] not created; status " + response.statusCode()
                    + "; see the answer: " + response.body());
        } catch (IOException failure) {
            throw new LocalServerException(
                    "[sqs queue " + name + "] no answer; " + endpoint + "; is it closed?", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LocalServerException(
                    "[sqs queue " + name + "] interrupted; " + endpoint + "; try again", stopped);
        }
    }

    private String createQueueBody(String name, Map<String, String> attributes) {
        StringWriter body = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(body)) {
            generator.writeStartObject();
            generator.writeStringField("QueueName", name);
            generator.writeObjectFieldStart("Attributes");
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                generator.writeStringField(attribute.getKey(), attribute.getValue());
            }
            generator.writeEndObject();
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("a StringWriter takes all", impossible);
        }
        return body.toString();
    }

    private URI queueUrl(String answer) throws IOException {
        try (JsonParser parser = json.createParser(answer)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && "QueueUrl".equals(parser.currentName())) {
                    return URI.create(parser.nextTextValue());
                }
            }
        }
        throw new IOException("no QueueUrl in " + answer);
    }

    /** The process id, to measure or to kill it. */
    public long pid() {
        return process.pid();
    }

    /** What the server says; deleted when it is closed. */
    public Path logFile() {
        return process.logFile();
    }

    /** Ends the server and waits for its end; its queues are gone. A second call does nothing. */
    @Override
    public void close() {
        process.close();
    }
}
