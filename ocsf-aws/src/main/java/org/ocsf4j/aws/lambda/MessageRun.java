package org.ocsf4j.aws.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.Remedy;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the messages of one invocation to their end. Thread-safe. */
final class MessageRun {

    private static final Logger LOG = LoggerFactory.getLogger(MessageRun.class);

    private final OcsfPipeline pipeline;
    private final NotificationParser parser;
    private final BooleanSupplier destinationReady;
    private final @Nullable FunctionQueue queue;
    private final Duration leastTime;
    private final Supplier<Duration> remaining;
    private volatile boolean stopped;

    MessageRun(LambdaSqsHandler.Builder parts, @Nullable FunctionQueue queue, Supplier<Duration> remaining) {
        this.pipeline = parts.pipeline;
        this.parser = parts.parser;
        this.destinationReady = parts.destinationReady;
        this.leastTime = parts.leastTime;
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
        if (notification instanceof Notification.Malformed malformed) {
            return left(message, malformed.reason());
        }
        Notification.Understood understood = (Notification.Understood) notification;
        for (Notification.Ignored ignored : understood.ignored()) {
            LOG.debug("[message {}] {}: {}", message.getMessageId(), ignored.subject(), ignored.reason());
        }
        return settlesAll(message, understood.objects());
    }

    private boolean settlesAll(SQSMessage message, List<ObjectNotification> objects) throws InterruptedException {
        for (int i = 0; i < objects.size(); i++) {
            ObjectReport report = pipeline.process(objects.get(i), LambdaSqsHandler.receiveCount(message), remaining);
            if (report.state() == ObjectReport.State.CONTINUES) {
                return continues(message, report, objects.subList(i + 1, objects.size()));
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
    private boolean continues(SQSMessage message, ObjectReport report, List<ObjectNotification> unread) {
        FunctionQueue to = queue;
        ObjectNotification rest = report.continuation();
        if (to == null || rest == null) {
            return left(message, report.location() + " is read in part and there is no queue for the rest");
        }
        try {
            int attempt = LambdaSqsHandler.receiveCount(message);
            to.send(NotificationParser.continuation(message.getBody(), rest, attempt));
            for (ObjectNotification object : unread) {
                to.send(NotificationParser.continuation(message.getBody(), object, attempt));
            }
        } catch (OcsfException e) {
            return left(message, report.location() + " is read in part and the rest is not announced; " + reason(e));
        }
        LOG.info("[message {}] {} goes on at row {}", message.getMessageId(), report.location(), rest.firstRow());
        return true;
    }

    private static String reason(@Nullable OcsfException failure) {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }

    private static boolean left(SQSMessage message, String reason) {
        LOG.warn("[message {}] stays in the queue; {}", message.getMessageId(), reason);
        return false;
    }
}
