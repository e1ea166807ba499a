package org.ocsf4j.pipeline;

import java.time.Duration;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ReceivedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one structured line per object, and one per message that was refused, ignored or given back. */
final class LoggingObserver implements PipelineObserver {

    private static final Logger LOG = LoggerFactory.getLogger(OcsfPipeline.class);

    @Override
    public void messageIgnored(ReceivedMessage message, Notification.Ignored ignored) {
        LOG.info("message={} ignored={} reason=\"{}\"", message.id(), ignored.subject(), ignored.reason());
    }

    @Override
    public void messageRefused(ReceivedMessage message, String reason) {
        LOG.warn("message={} receiveCount={} refused=\"{}\"", message.id(), message.receiveCount(), reason);
    }

    @Override
    public void messageGivenBack(ReceivedMessage message, Duration delay, String reason) {
        LOG.warn(
                "message={} receiveCount={} givenBack=\"{}\" delaySeconds={}",
                message.id(),
                message.receiveCount(),
                reason,
                delay.toSeconds());
    }

    @Override
    public void objectFinished(ObjectReport report) {
        SettlementCounts counts = report.counts();
        OcsfException failure = report.failure();
        String line =
                "object=" + report.location() + " state=" + report.state() + " read=" + counts.read() + " indexed="
                        + counts.indexed() + " alreadyPresent=" + counts.alreadyPresent() + " deadLettered="
                        + counts.deadLettered() + " filtered=" + counts.filtered() + " millis="
                        + report.elapsed().toMillis();
        if (failure == null) {
            LOG.info(line);
        } else {
            LOG.warn("{} cause=\"{}\"", line, failure.getMessage());
            LOG.debug("{}", report.location(), failure);
        }
    }

    @Override
    public void receiveFailed(OcsfException failure, Duration delay) {
        LOG.warn("receive=failed cause=\"{}\" retryMillis={}", failure.getMessage(), delay.toMillis());
    }

    @Override
    public void stopped(OcsfException failure) {
        LOG.error("pipeline=stopped cause=\"{}\"", failure.getMessage(), failure);
    }
}
