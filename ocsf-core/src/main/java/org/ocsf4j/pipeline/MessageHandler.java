package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.failure.Remedy;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.retry.ExponentialDelay;

/**
 * Brings one message to its end: acknowledged when every object that it names is settled, given back otherwise. What was not
 * understood is never acknowledged. Thread-safe.
 */
final class MessageHandler {

    private final ObjectRun objects;
    private final PipelineObserver observer;
    private final RunTotals totals;
    private final ExponentialDelay redelivery;
    private final Consumer<OcsfException> wrongSetUp;

    MessageHandler(
            ObjectRun objects,
            PipelineObserver observer,
            RunTotals totals,
            ExponentialDelay redelivery,
            Consumer<OcsfException> wrongSetUp) {
        this.objects = objects;
        this.observer = observer;
        this.totals = totals;
        this.redelivery = redelivery;
        this.wrongSetUp = wrongSetUp;
    }

    void handle(ReceivedMessage message) {
        try {
            Notification notification = message.notification();
            if (notification instanceof Notification.Understood understood) {
                read(message, understood);
            } else if (notification instanceof Notification.Malformed malformed) {
                observer.messageRefused(message, malformed.reason());
                totals.problem("message " + message.id(), malformed.reason(), false);
                giveBack(message, redelivery.after(message.receiveCount()), malformed.reason());
            }
        } catch (InterruptedException closing) {
            giveBackUnread(message);
        } catch (RuntimeException failure) {
            failed(message, failure);
        } catch (Error failure) {
            failed(message, failure); // or its lease would be extended for ever
            throw failure;
        }
    }

    private void failed(ReceivedMessage message, Throwable failure) {
        String cause = failure instanceof OcsfException ? String.valueOf(failure.getMessage()) : failure.toString();
        totals.problem("message " + message.id(), cause, false);
        giveBack(message, redelivery.after(message.receiveCount()), cause);
    }

    /** Makes a message receivable at once, because the pipeline is closing. */
    void giveBackUnread(ReceivedMessage message) {
        giveBack(message, Duration.ZERO, "the pipeline is closing");
    }

    private void read(ReceivedMessage message, Notification.Understood understood) throws InterruptedException {
        for (Notification.Ignored ignored : understood.ignored()) {
            observer.messageIgnored(message, ignored);
        }
        ObjectReport unsettled = null;
        for (ObjectNotification object : understood.objects()) {
            ObjectReport report =
                    objects.run(object, message.receiveCount(), message.acknowledgement()::isLost, Deadline.NONE);
            totals.object(report);
            if (!report.isSettled()) {
                if (Thread.interrupted()) { // by an abort, whatever the failure has made of it
                    throw new InterruptedException();
                }
                unsettled = report;
                if (stops(report)) {
                    break;
                }
            }
        }
        if (unsettled == null && message.acknowledgement().isLost()) {
            giveBack(message, redelivery.after(message.receiveCount()), "the lease is lost");
        } else if (unsettled == null) {
            message.acknowledgement().confirm();
            totals.acknowledged(message.id(), understood.objects().isEmpty());
            observer.messageAcknowledged(message);
        } else {
            OcsfException failure = unsettled.failure();
            giveBack(message, delay(message, failure), unsettled.location() + " is not settled");
            if (failure != null && failure.remedy() == Remedy.STOP) {
                wrongSetUp.accept(failure);
            }
        }
    }

    private static boolean stops(ObjectReport report) {
        OcsfException failure = report.failure();
        return failure != null && failure.remedy() == Remedy.STOP;
    }

    /** A wrong set-up is not the message's fault: it comes back as soon as somebody has mended it. */
    private Duration delay(ReceivedMessage message, @Nullable OcsfException failure) {
        boolean ours = failure != null && failure.remedy() == Remedy.STOP;
        return ours ? Duration.ZERO : redelivery.after(message.receiveCount());
    }

    private void giveBack(ReceivedMessage message, Duration delay, String reason) {
        totals.left(message.id(), delay);
        observer.messageGivenBack(message, delay, reason);
        if (!message.acknowledgement().isLost()) {
            message.acknowledgement().giveBack(delay);
        }
    }
}
