package org.ocsf4j.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.SettlementCounts;

final class MicrometerObserverTest {

    private static final Instant SENT = Instant.parse("2026-06-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerObserver observer =
            new MicrometerObserver(registry, Clock.fixed(SENT.plusSeconds(7), ZoneOffset.UTC));

    @Test
    void countsRowsSoThatTheEquationHoldsAtAnyMoment() {
        finished(ObjectReport.State.SETTLED, new SettlementCounts(15, 8, 4, 2, 1), null);
        finished(
                ObjectReport.State.UNSETTLED,
                new SettlementCounts(100, 3, 0, 0, 0),
                new ConfigurationException("denied"));
        assertThat(count("ocsf.rows.read")).isEqualTo(18);
        assertThat(rows("indexed")).isEqualTo(11);
        assertThat(rows("already_present")).isEqualTo(4);
        assertThat(rows("dead_lettered")).isEqualTo(2);
        assertThat(rows("filtered")).isEqualTo(1);
        assertThat(registry.counter("ocsf.objects", "state", "settled").count()).isEqualTo(1);
        assertThat(registry.counter("ocsf.objects", "state", "unsettled").count())
                .isEqualTo(1);
        assertThat(registry.timer("ocsf.object.duration").count()).isEqualTo(2);
        assertThat(registry.timer("ocsf.object.lag").count())
                .as("only of what is indexed")
                .isEqualTo(1);
        assertThat(registry.timer("ocsf.object.lag").totalTime(TimeUnit.SECONDS))
                .isEqualTo(90);
    }

    @Test
    void countsMessagesAndForgetsThem() {
        ReceivedMessage message = message();
        observer.messageReceived(message);
        observer.messageIgnored(message, new Notification.Ignored("folder", "a folder's key"));
        observer.messageAcknowledged(message);
        observer.messageReceived(message);
        observer.messageRefused(message, "not JSON");
        observer.messageGivenBack(message, Duration.ZERO, "not JSON");
        observer.stopped(new ConfigurationException("denied"));
        assertThat(messages("received")).isEqualTo(2);
        assertThat(messages("acknowledged")).isEqualTo(1);
        assertThat(messages("given_back")).isEqualTo(1);
        assertThat(messages("refused")).isEqualTo(1);
        assertThat(messages("ignored")).isEqualTo(1);
        assertThat(registry.timer("ocsf.message.duration").count()).isEqualTo(1);
        assertThat(count("ocsf.stopped")).isEqualTo(1);
    }

    @Test
    void measuresFromSendingAMessageToItsAcknowledgement() {
        observer.messageAcknowledged(message(SENT));
        observer.messageAcknowledged(message(SENT.plusSeconds(60))); // by a clock that is ahead
        observer.messageAcknowledged(message(null));
        observer.messageGivenBack(message(SENT), Duration.ZERO, "not settled");

        assertThat(registry.timer("ocsf.message.lag").count()).isEqualTo(2);
        assertThat(registry.timer("ocsf.message.lag").totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    private void finished(ObjectReport.State state, SettlementCounts counts, @Nullable OcsfException failure) {
        observer.objectFinished(new ObjectReport(
                new ObjectLocation("lake", "key"),
                "e",
                state,
                counts,
                Map.of(),
                ConversionCounts.NONE,
                Duration.ofMillis(5),
                Duration.ofSeconds(90),
                failure,
                null));
    }

    private static ReceivedMessage message() {
        return message(null);
    }

    private static ReceivedMessage message(@Nullable Instant sentAt) {
        Acknowledgement none = new Acknowledgement() {
            @Override
            public void confirm() {}

            @Override
            public void giveBack(Duration delay) {}
        };
        return new ReceivedMessage("m", 1, new Notification.Understood(List.of(), List.of()), none, sentAt);
    }

    private double rows(String outcome) {
        return registry.counter("ocsf.rows", "outcome", outcome).count();
    }

    private double messages(String event) {
        return registry.counter("ocsf.messages", "event", event).count();
    }

    private double count(String name) {
        return registry.counter(name).count();
    }
}
