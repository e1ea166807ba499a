package org.ocsf4j.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.retry.ExponentialDelay;
import org.ocsf4j.sink.EventSink;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A Lambda function on a standard queue, over a pipeline that is built once, in the function's constructor:
 *
 * <pre>{@code
 * public final class Function implements RequestHandler<SQSEvent, SQSBatchResponse> {
 *     private final LambdaSqsHandler handler = LambdaSqsHandler.builder(pipeline)
 *             .destination(sink).queue(sqs, queueUrl).build();
 *     public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
 *         return handler.handleRequest(event, context);
 *     }
 * }
 * }</pre>
 *
 * <p>Messages that are not settled are named in the response; the event source mapping has to ask for that
 * ({@code ReportBatchItemFailures}). What nobody expected fails the whole batch. When less time remains than the pipeline's
 * {@link PipelineOptions#grace()}, what was read is settled, the rest of the object is announced to the queue, and only when the
 * queue has confirmed that does the message count as settled. While the destination takes nothing, messages are not begun. What
 * stays comes again later each time it fails, because Lambda itself does not slow down.
 *
 * <p>Nothing is made at build time that has to be unique, and nothing is held between invocations: safe under SnapStart. The needed
 * rights and settings are in docs/aws.md. Thread-safe. The caller closes what it passed in.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Handling errors for an SQS event
 *     source</a>
 */
public final class LambdaSqsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** How many messages of one batch are worked on at a time. The default is {@value}. */
    public static final int DEFAULT_MESSAGES_AT_ONCE = PipelineOptions.DEFAULT_OBJECTS_AT_ONCE;

    /** With less time than this, no message is begun. The default is 5 seconds. */
    public static final Duration DEFAULT_LEAST_TIME = Duration.ofSeconds(5);

    /** How many continuations in a row may bring an object no further. The default is {@value}. */
    public static final int DEFAULT_FRUITLESS_CONTINUATIONS = 5;

    private final Builder parts;
    private final @Nullable FunctionQueue queue;

    private LambdaSqsHandler(Builder parts) {
        this.parts = parts;
        SqsClient client = parts.sqs;
        String url = parts.queueUrl;
        queue = client == null || url == null
                ? null
                : new FunctionQueue(client, queues(parts, url), continuations(parts, url));
    }

    private static String continuations(Builder parts, String queueUrl) {
        String url = parts.continuationQueueUrl;
        return url == null ? queueUrl : url;
    }

    private static List<String> queues(Builder parts, String queueUrl) {
        String url = parts.continuationQueueUrl;
        return url == null || url.equals(queueUrl) ? List.of(queueUrl) : List.of(queueUrl, url);
    }

    /** A handler over a pipeline without a source. */
    public static Builder builder(OcsfPipeline pipeline) {
        return new Builder(pipeline);
    }

    /**
     * Works on the messages of one batch.
     *
     * @return the messages that have to come again
     * @throws ConfigurationException where the messages come from a FIFO queue
     * @throws IllegalStateException where something failed that nobody expected: all messages come again
     */
    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSMessage> messages = event.getRecords() == null ? List.of() : event.getRecords();
        for (SQSMessage message : messages) {
            if (message.getEventSourceArn() != null
                    && message.getEventSourceArn().endsWith(".fifo")) {
                throw new ConfigurationException("[" + message.getEventSourceArn()
                        + "] this is a FIFO queue; a message that fails would hold up all others; use a"
                        + " standard queue");
            }
        }
        MessageRun run = new MessageRun(parts, queue, () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
        List<SQSMessage> failed = messages.size() == 1 ? one(run, messages.get(0)) : several(run, messages);
        List<BatchItemFailure> failures = new ArrayList<>(failed.size());
        for (SQSMessage message : messages) {
            if (!failed.contains(message)) {
                run.responded(message, true, Duration.ZERO);
            }
        }
        for (SQSMessage message : failed) {
            Duration delay = parts.redelivery.after(receiveCount(message));
            run.responded(message, false, delay);
            if (queue != null) {
                queue.comeAgain(message, delay);
            }
            failures.add(new BatchItemFailure(message.getMessageId()));
        }
        return new SQSBatchResponse(failures);
    }

    private static List<SQSMessage> one(MessageRun run, SQSMessage message) {
        try {
            return run.settles(message) ? List.of() : List.of(message);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private List<SQSMessage> several(MessageRun run, List<SQSMessage> messages) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(parts.messagesAtOnce, messages.size())), LambdaSqsHandler::thread);
        try {
            List<Future<Boolean>> settled = new ArrayList<>(messages.size());
            for (SQSMessage message : messages) {
                settled.add(threads.submit(() -> run.settles(message)));
            }
            List<SQSMessage> failed = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                if (!settled.get(i).get()) {
                    failed.add(messages.get(i));
                }
            }
            return failed;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "[lambda] unexpected failure; " + e.getCause() + "; the whole batch comes again", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("[lambda] interrupted; the whole batch comes again", e);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "ocsf-lambda");
        thread.setDaemon(true);
        return thread;
    }

    /** How often the queue has handed the message out, 1 where it does not say. */
    static int receiveCount(SQSMessage message) {
        String count = attribute(message, "ApproximateReceiveCount");
        return count != null && count.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(count) : 1;
    }

    static @Nullable String attribute(SQSMessage message, String name) {
        Map<String, String> attributes = message.getAttributes();
        return attributes == null ? null : attributes.get(name);
    }

    /** Collects the parts. Not thread-safe. */
    public static final class Builder {

        final OcsfPipeline pipeline;
        NotificationParser parser = new NotificationParser();
        BooleanSupplier destinationReady = () -> true;
        Duration leastTime = DEFAULT_LEAST_TIME;
        int fruitlessContinuations = DEFAULT_FRUITLESS_CONTINUATIONS;
        private final List<PipelineObserver> observers = new ArrayList<>();
        private @Nullable SqsClient sqs;
        private @Nullable String queueUrl;
        private @Nullable String continuationQueueUrl;
        private int messagesAtOnce = DEFAULT_MESSAGES_AT_ONCE;
        private ExponentialDelay redelivery = PipelineOptions.DEFAULT_REDELIVERY;

        private Builder(OcsfPipeline pipeline) {
            this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
        }

        private Builder(Builder other) {
            this(other.pipeline);
            parser = other.parser;
            destinationReady = other.destinationReady;
            leastTime = other.leastTime;
            fruitlessContinuations = other.fruitlessContinuations;
            observers.addAll(other.observers);
            sqs = other.sqs;
            queueUrl = other.queueUrl;
            continuationQueueUrl = other.continuationQueueUrl;
            messagesAtOnce = other.messagesAtOnce;
            redelivery = other.redelivery;
        }

        /** What understands the bodies and holds the allow-list. The default admits Security Lake's buckets. */
        public Builder parser(NotificationParser notificationParser) {
            parser = Objects.requireNonNull(notificationParser, "parser");
            return this;
        }

        /** The sink that is asked whether there is a point in beginning. The default begins always. */
        public Builder destination(EventSink sink) {
            destinationReady = Objects.requireNonNull(sink, "sink")::isReady;
            return this;
        }

        /**
         * The queue that feeds the function: continuations go there, and what fails is made to come again later. The default is none:
         * an object that takes longer than one invocation then never ends.
         */
        public Builder queue(SqsClient client, String url) {
            sqs = Objects.requireNonNull(client, "client");
            queueUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Where the rest of an object is announced, if not in {@link #queue}: a queue of the function's own, where it may not send to the
         * one that announces objects. It has to feed the function too. The default is the queue itself.
         */
        public Builder continuationQueue(String url) {
            continuationQueueUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Is told of messages, such as how long after its sending each was acknowledged; may be called again to add. What becomes of
         * objects is told to the pipeline's own observers. The default is none.
         */
        public Builder observer(PipelineObserver observer) {
            observers.add(Objects.requireNonNull(observer, "observer"));
            return this;
        }

        PipelineObserver observer() {
            return PipelineObserver.all(observers);
        }

        /**
         * How many messages of one batch are worked on at a time, less than the pipeline's {@code batchesInFlight}. The default is
         * {@value LambdaSqsHandler#DEFAULT_MESSAGES_AT_ONCE}.
         */
        public Builder messagesAtOnce(int messages) {
            if (messages < 1) {
                throw new IllegalArgumentException("[lambda] messagesAtOnce is below 1; " + messages);
            }
            messagesAtOnce = messages;
            return this;
        }

        /** With less time than this, no message is begun. The default is {@link #DEFAULT_LEAST_TIME}. */
        public Builder leastTime(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("[lambda] leastTime is negative; " + time);
            }
            leastTime = time;
            return this;
        }

        /**
         * How many continuations in a row may bring an object no further, as when it is replaced again and again. After that the object is
         * not announced any more: its message fails, comes again later each time, and the queue's redrive policy moves it in the end. The
         * default is {@value LambdaSqsHandler#DEFAULT_FRUITLESS_CONTINUATIONS}; 0 allows none.
         */
        public Builder fruitlessContinuations(int inARow) {
            if (inARow < 0) {
                throw new IllegalArgumentException("[lambda] fruitlessContinuations is negative; " + inARow);
            }
            fruitlessContinuations = inARow;
            return this;
        }

        /** When a message that failed comes again, by receive count. The default is the pipeline's: 1 s, doubled up to 15 min. */
        public Builder redelivery(ExponentialDelay delay) {
            redelivery = Objects.requireNonNull(delay, "redelivery");
            return this;
        }

        /**
         * Calls nothing and starts nothing.
         *
         * @throws ConfigurationException where the queue is a FIFO queue
         */
        public LambdaSqsHandler build() {
            return new LambdaSqsHandler(new Builder(this));
        }
    }
}
