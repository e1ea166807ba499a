package org.ocsf4j.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.ocsf4j.aws.ScriptedServer;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.ObjectMissingException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

/** A lake of numbered rows and a destination in memory, behind a pipeline that writes two rows at a time. */
final class LambdaScene implements AutoCloseable {

    static final String BUCKET = "aws-security-data-lake-eu-central-1-x";

    final Map<String, Integer> lake = new ConcurrentHashMap<>();
    /** Keys of objects that somebody replaces before every opening. */
    final Set<String> restless = new ConcurrentSkipListSet<>();

    final AtomicInteger versions = new AtomicInteger();
    final Map<String, OcsfException> failing = new ConcurrentHashMap<>();
    final Set<String> documents = new ConcurrentSkipListSet<>();
    final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    final Destination destination = new Destination();
    final OcsfPipeline pipeline = OcsfPipeline.builder()
            .objectStore(this::open)
            .decoder((content, firstRow) -> new Rows((Content) content, firstRow))
            .sink(destination)
            .deadLetters((DeadLetterSink) letters::addAll)
            .options(PipelineOptions.builder().batchEvents(2).build())
            .build();

    /** Where rows go, ready or not. */
    final class Destination implements EventSink {
        volatile boolean ready = true;
        volatile Runnable before = () -> {};

        @Override
        public List<EventOutcome> write(EventBatch batch) {
            before.run();
            List<EventOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < batch.count(); i++) {
                documents.add(batch.object().location().key() + "-" + batch.row(i));
                outcomes.add(new EventOutcome.Indexed());
            }
            return outcomes;
        }

        @Override
        public boolean isReady() {
            return ready;
        }
    }

    private ObjectContent open(ObjectNotification notification) {
        String key = notification.location().key();
        OcsfException failure = failing.get(key);
        if (failure != null) {
            throw failure;
        }
        Integer rows = lake.get(key);
        if (rows == null) {
            throw new ObjectMissingException("[" + notification.location() + "] it is not there");
        }
        String eTag = "tag-of-" + key.hashCode() + (restless.contains(key) ? "-" + versions.incrementAndGet() : "");
        return new Content(new ObjectIdentity(notification.location(), eTag), rows);
    }

    private record Content(ObjectIdentity identity, int rows) implements ObjectContent {
        @Override
        public long sizeBytes() {
            return rows;
        }

        @Override
        public void readFully(long position, byte[] target, int offset, int length) {
            throw new UnsupportedOperationException("rows are made up");
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private static final class Rows implements EventCursor {
        private final Content content;
        private long next;

        Rows(Content content, long firstRow) {
            this.content = content;
            next = firstRow;
        }

        @Override
        public boolean fill(EventBatch batch) {
            boolean any = next < content.rows;
            while (next < content.rows && !batch.isFull()) {
                batch.append("{}".getBytes(StandardCharsets.UTF_8), next++, EventClass.UNKNOWN, EventBatch.NO_TIME);
            }
            return any;
        }

        @Override
        public long totalRows() {
            return content.rows;
        }

        @Override
        public ConversionCounts counts() {
            return ConversionCounts.NONE;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }

    static String created(String key) {
        return """
                {"source": "aws.s3", "account": "111122223333", "region": "eu-central-1",
                 "detail": {"bucket": {"name": "%s"}, "object": {"key": "%s", "size": 10}}}"""
                .formatted(BUCKET, key);
    }

    static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setReceiptHandle("handle-" + id);
        message.setBody(body);
        message.setAttributes(Map.of("ApproximateReceiveCount", "3"));
        message.setEventSourceArn("arn:aws:sqs:eu-central-1:111122223333:lake");
        return message;
    }

    static SQSEvent event(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(messages));
        return event;
    }

    static List<String> failures(SQSBatchResponse response) {
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    /** What the runtime passes in, as far as it is asked. */
    static Context remaining(IntSupplier millis) {
        return (Context) Proxy.newProxyInstance(
                LambdaScene.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getRemainingTimeInMillis")) {
                        return millis.getAsInt();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** The bodies of the requests to SQS that do {@code operation}. */
    static List<String> calls(ScriptedServer sqs, String operation) {
        return sqs.requests().stream()
                .filter(request -> ("AmazonSQS." + operation).equals(request.header("X-amz-target")))
                .map(ScriptedServer.Request::body)
                .toList();
    }
}
