package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.List;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.object.ObjectIdentity;

/**
 * Is told every settled fact, for metrics, logs and progress. Called from the pipeline's threads, so implementations are
 * thread-safe and quick. What an observer throws is logged and changes nothing.
 */
public interface PipelineObserver {

    /** A message was received. */
    default void messageReceived(ReceivedMessage message) {}

    /** A message names something that is not read. */
    default void messageIgnored(ReceivedMessage message, Notification.Ignored ignored) {}

    /** A message was not understood or is not allowed; it stays in the queue. */
    default void messageRefused(ReceivedMessage message, String reason) {}

    /** Everything that a message names is settled, and the source has removed it. */
    default void messageAcknowledged(ReceivedMessage message) {}

    /** A message goes back and will be received again after {@code delay}, or be moved by the queue's redrive policy. */
    default void messageGivenBack(ReceivedMessage message, Duration delay, String reason) {}

    /** An object was opened; {@code rows} are to be read. */
    default void objectOpened(ObjectNotification notification, ObjectIdentity object, long rows) {}

    /** The destination refused these events, and they are safe in the dead letters. */
    default void eventsDeadLettered(List<DeadLetter> letters) {}

    /** A batch of one object has found its end. */
    default void batchSettled(ObjectIdentity object, SettlementCounts counts) {}

    /** An object has ended, settled or not. */
    default void objectFinished(ObjectReport report) {}

    /** The source did not answer; the pipeline tries again after {@code delay}. */
    default void receiveFailed(OcsfException failure, Duration delay) {}

    /** The pipeline stops consuming because its set-up is wrong. */
    default void stopped(OcsfException failure) {}

    /** Tells every one of {@code observers}, in order. */
    static PipelineObserver all(List<? extends PipelineObserver> observers) {
        return new ObserverGroup(observers);
    }
}
