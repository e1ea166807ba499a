package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.object.ObjectIdentity;

/** Counts the facts that it is told, and throws at each. */
final class FailingObserver implements PipelineObserver {

    final AtomicInteger facts = new AtomicInteger();

    @Override
    public void messageReceived(ReceivedMessage message) {
        fail();
    }

    @Override
    public void messageAcknowledged(ReceivedMessage message) {
        fail();
    }

    @Override
    public void messageGivenBack(ReceivedMessage message, Duration delay, String reason) {
        fail();
    }

    @Override
    public void objectOpened(ObjectNotification notification, ObjectIdentity object, long rows) {
        fail();
    }

    @Override
    public void batchSettled(ObjectIdentity object, SettlementCounts counts) {
        fail();
    }

    @Override
    public void objectFinished(ObjectReport report) {
        fail();
    }

    private void fail() {
        facts.incrementAndGet();
        throw new IllegalStateException("an observer's defect");
    }
}
