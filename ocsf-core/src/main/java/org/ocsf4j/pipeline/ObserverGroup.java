package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.object.ObjectIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several observers, and keeps what one throws from the others and from the pipeline. */
final class ObserverGroup implements PipelineObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ObserverGroup.class);

    private final List<PipelineObserver> observers;

    ObserverGroup(List<? extends PipelineObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    @Override
    public void messageReceived(ReceivedMessage message) {
        tell(o -> o.messageReceived(message));
    }

    @Override
    public void messageIgnored(ReceivedMessage message, Notification.Ignored ignored) {
        tell(o -> o.messageIgnored(message, ignored));
    }

    @Override
    public void messageRefused(ReceivedMessage message, String reason) {
        tell(o -> o.messageRefused(message, reason));
    }

    @Override
    public void messageAcknowledged(ReceivedMessage message) {
        tell(o -> o.messageAcknowledged(message));
    }

    @Override
    public void messageGivenBack(ReceivedMessage message, Duration delay, String reason) {
        tell(o -> o.messageGivenBack(message, delay, reason));
    }

    @Override
    public void objectOpened(ObjectNotification notification, ObjectIdentity object, long rows) {
        tell(o -> o.objectOpened(notification, object, rows));
    }

    @Override
    public void eventsDeadLettered(List<DeadLetter> letters) {
        tell(o -> o.eventsDeadLettered(letters));
    }

    @Override
    public void batchSettled(ObjectIdentity object, SettlementCounts counts) {
        tell(o -> o.batchSettled(object, counts));
    }

    @Override
    public void objectFinished(ObjectReport report) {
        tell(o -> o.objectFinished(report));
    }

    @Override
    public void receiveFailed(OcsfException failure, Duration delay) {
        tell(o -> o.receiveFailed(failure, delay));
    }

    @Override
    public void stopped(OcsfException failure) {
        tell(o -> o.stopped(failure));
    }

    private void tell(Consumer<PipelineObserver> fact) {
        for (PipelineObserver observer : observers) {
            try {
                fact.accept(observer);
            } catch (RuntimeException e) {
                LOG.warn("an observer failed; {}", observer.getClass().getName(), e);
            }
        }
    }
}
