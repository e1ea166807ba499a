package org.ocsf4j.aws.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.internal.SentTimestamp;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.Remedy;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the messages of one invocation to their end. Thread-safe. */
final class MessageRun {

    private static final Logger LOG = LoggerFactory.getLogger(MessageRun.class);

    /** Lambda removes what the response does not name, and nobody else may. */
    private static final Acknowledgement BY_RESPONSE = new Acknowledgement() {
        @Override
        public void confirm() {
            throw new UnsupportedOperationException("the function's response confirms");
        }

        @Override
        public void giveBack(Duration delay) {
            throw new UnsupportedOperationException("the function's response gives back");
        }
    };

    private final OcsfPipeline pipeline;
    private final NotificationParser parser;
    private final BooleanSupplier destinationReady;
    private final @Nullable FunctionQueue queue;
    private final Duration leastTime;
    private final int fruitlessContinuations;
    private final Supplier<Duration> remaining;
    private final PipelineObserver observer;
    private final Map<String, ReceivedMessage> begun = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    MessageRun(LambdaSqsHandler.Builder parts, @Nullable FunctionQueue queue, Supplier<Duration> remaining) {
        this.pipeline = parts.pipeline;
        this.parser = parts.parser;
        this.destinationReady = parts.destinationReady;
        this.leastTime = parts.leastTime;
        this.fruitlessContinuations = parts.fruitlessContinuations;
        this.observer = parts.observer();
        this.queue = queue;
        this.remaining = remaining;
    }

    /** Whether the message may be removed from the queue. What is thrown is nobody's fault but ours. */
    boolean settles(SQSMessage message) throws InterruptedException {
        if (stopped) {
            return left(message, "an earlier message has shown that the set-up is wrong");
        }
        if (remaining.get().compareTo(leastTime) < 0) {
            return left(message, "there is no time left to begin with it");
        }
        if (!destinationReady.getAsBoolean()) {
            return left(message, "the destination takes nothing at the moment");
        }
        Notification notification = parser.parse(message.getBody().getBytes(StandardCharsets.UTF_8));
        ReceivedMessage received = new ReceivedMessage(
                message.getMessageId(),
                LambdaSqsHandler.receiveCount(message),
                notification,
                BY_RESPONSE,
                SentTimestamp.of(LambdaSqsHandler.attribute(message, "SentTimestamp")));
        begun.put(received.id(), received);
        observer.messageReceived(received);
        if (notification instanceof Notification.Malformed malformed) {
            observer.messageRefused(received, malformed.reason());
            return left(message, malformed.reason());
        }
        Notification.Understood understood = (Notification.Understood) notification;
        for (Notification.Ignored ignored : understood.ignored()) {
            observer.messageIgnored(received, ignored);
            LOG.debug("[message {}] {}: {}", message.getMessageId(), ignored.subject(), ignored.reason());
        }
        return settlesAll(message, understood.objects());
    }

    /** Tells the observer what the response says of a message that was begun. */
    void responded(SQSMessage message, boolean settled, Duration delay) {
        ReceivedMessage received = begun.get(message.getMessageId());
        if (received == null) {
            return;
        }
        if (settled) {
            observer.messageAcknowledged(received);
        } else {
            observer.messageGivenBack(received, delay, "it is not settled");
        }
    }

    private boolean settlesAll(SQSMessage message, List<ObjectNotification> objects) throws InterruptedException {
        for (int i = 0; i < objects.size(); i++) {
            ObjectReport report = pipeline.process(objects.get(i), LambdaSqsHandler.receiveCount(message), remaining);
            if (report.state() == ObjectReport.State.CONTINUES) {
                return continues(message, objects.get(i), report, objects.subList(i + 1, objects.size()));
            }
            if (!report.isSettled()) {
                OcsfException failure = report.failure();
                stopped |= failure != null && failure.remedy() == Remedy.STOP;
                return left(message, report.location() + " is not settled; " + reason(failure));
            }
        }
        return true;
    }

    /** The rest of the object, and the objects behind it, become messages of their own before this one goes. */
    private boolean continues(
            SQSMessage message, ObjectNotification object, ObjectReport report, List<ObjectNotification> unread) {
        FunctionQueue to = queue;
        ObjectNotification rest = report.continuation();
        if (to == null || rest == null) {
            return left(message, report.location() + " is read in part and there is no queue for the rest");
        }
        int attempt = isFurther(object, rest) ? 0 : NotificationParser.attempt(message.getBody()) + 1;
        if (attempt > fruitlessContinuations) {
            return left(
                    message,
                    report.location() + " came no further in " + attempt + " invocations in a row, the last at row "
                            + rest.firstRow() + "; see what replaces it again and again");
        }
        try {
            to.send(NotificationParser.continuation(message.getBody(), rest, attempt));
            for (ObjectNotification next : unread) {
                to.send(NotificationParser.continuation(message.getBody(), next, 0));
            }
        } catch (OcsfException e) {
            return left(message, report.location() + " is read in part and the rest is not announced; " + reason(e));
        }
        LOG.info("[message {}] {} goes on at row {}", message.getMessageId(), report.location(), rest.firstRow());
        return true;
    }

    /** Whether rows are settled that no invocation before this one had settled, of the version that the message names. */
    private static boolean isFurther(ObjectNotification object, ObjectNotification rest) {
        boolean first = object.firstRow() == 0;
        return first || (rest.firstRow() > object.firstRow() && Objects.equals(rest.eTag(), object.eTag()));
    }

    private static String reason(@Nullable OcsfException failure) {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }

    private static boolean left(SQSMessage message, String reason) {
        LOG.warn("[message {}] stays in the queue; {}", message.getMessageId(), reason);
        return false;
    }
}
