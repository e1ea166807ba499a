package org.ocsf4j.pipeline.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.SettlementCounts;

/**
 * Meters of the settlement. Rows are counted when their object ends, as {@link org.ocsf4j.pipeline.RunReport} counts them, so that
 * at any moment {@code ocsf.rows.read} is the sum of {@code ocsf.rows} over its outcomes.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><td>{@code ocsf.rows.read}<td>rows of ended objects that found their end
 * <tr><td>{@code ocsf.rows}<td>the same by {@code outcome}: {@code indexed}, {@code already_present}, {@code dead_lettered},
 *     {@code filtered}
 * <tr><td>{@code ocsf.objects}<td>ended objects by {@code state}, the names of {@link ObjectReport.State} in lower case
 * <tr><td>{@code ocsf.object.duration}<td>from opening an object to its end
 * <tr><td>{@code ocsf.object.lag}<td>from storing an object to the end of its last row, where the store says when that was
 * <tr><td>{@code ocsf.messages}<td>messages by {@code event}: {@code received}, {@code acknowledged}, {@code given_back},
 *     {@code refused}; and things that they name and that are not read, {@code ignored}
 * <tr><td>{@code ocsf.message.lag}<td>from sending a message to its acknowledgement, where the source says when that was
 * <tr><td>{@code ocsf.message.duration}<td>from receiving a message to its acknowledgement
 * <tr><td>{@code ocsf.receive.failures}<td>receives that failed and are tried again
 * <tr><td>{@code ocsf.stopped}<td>1 once the pipeline has stopped because its set-up is wrong
 * </table>
 *
 * Tags have few values: no bucket, key or class. Thread-safe.
 */
public final class MicrometerObserver implements PipelineObserver {

    /** Messages whose receipt is remembered; a message that is never settled is forgotten when it is given back. */
    private final Map<String, Long> receivedNanos = new ConcurrentHashMap<>();

    private final Counter read;
    private final Counter indexed;
    private final Counter alreadyPresent;
    private final Counter deadLettered;
    private final Counter filtered;
    private final Map<ObjectReport.State, Counter> objects = new EnumMap<>(ObjectReport.State.class);
    private final Timer objectDuration;
    private final Timer objectLag;
    private final Counter received;
    private final Counter acknowledged;
    private final Counter givenBack;
    private final Counter refused;
    private final Counter ignored;
    private final Timer messageDuration;
    private final Timer messageLag;
    private final Clock clock;
    private final Counter receiveFailures;
    private final Counter stopped;

    /** Registers the meters, all at 0. */
    public MicrometerObserver(MeterRegistry registry) {
        this(registry, Clock.systemUTC());
    }

    MicrometerObserver(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        read = counter(registry, "ocsf.rows.read", "rows of ended objects that found their end");
        indexed = rows(registry, "indexed");
        alreadyPresent = rows(registry, "already_present");
        deadLettered = rows(registry, "dead_lettered");
        filtered = rows(registry, "filtered");
        for (ObjectReport.State state : ObjectReport.State.values()) {
            objects.put(
                    state,
                    counter(
                            registry,
                            "ocsf.objects",
                            "ended objects by how they ended",
                            "state",
                            state.name().toLowerCase(Locale.ROOT)));
        }
        objectDuration = timer(registry, "ocsf.object.duration", "from opening an object to its end");
        objectLag = timer(registry, "ocsf.object.lag", "from storing an object to the end of its last row");
        received = messages(registry, "received");
        acknowledged = messages(registry, "acknowledged");
        givenBack = messages(registry, "given_back");
        refused = messages(registry, "refused");
        ignored = messages(registry, "ignored");
        messageDuration = timer(registry, "ocsf.message.duration", "from receiving a message to its acknowledgement");
        messageLag = timer(registry, "ocsf.message.lag", "from sending a message to its acknowledgement");
        receiveFailures = counter(registry, "ocsf.receive.failures", "receives that failed and are tried again");
        stopped = counter(registry, "ocsf.stopped", "1 once the pipeline has stopped because its set-up is wrong");
    }

    private static Counter rows(MeterRegistry registry, String outcome) {
        return counter(registry, "ocsf.rows", "rows of ended objects by what became of them", "outcome", outcome);
    }

    private static Counter messages(MeterRegistry registry, String event) {
        return counter(registry, "ocsf.messages", "messages by what happened to them", "event", event);
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private static Timer timer(MeterRegistry registry, String name, String description) {
        return Timer.builder(name).description(description).register(registry);
    }

    @Override
    public void messageReceived(ReceivedMessage message) {
        received.increment();
        receivedNanos.put(message.id(), System.nanoTime());
    }

    @Override
    public void messageIgnored(ReceivedMessage message, Notification.Ignored what) {
        ignored.increment();
    }

    @Override
    public void messageRefused(ReceivedMessage message, String reason) {
        refused.increment();
    }

    @Override
    public void messageAcknowledged(ReceivedMessage message) {
        acknowledged.increment();
        Long start = receivedNanos.remove(message.id());
        if (start != null) {
            messageDuration.record(Duration.ofNanos(System.nanoTime() - start));
        }
        Duration lag = message.age(clock.instant());
        if (lag != null) {
            messageLag.record(lag);
        }
    }

    @Override
    public void messageGivenBack(ReceivedMessage message, Duration delay, String reason) {
        givenBack.increment();
        receivedNanos.remove(message.id());
    }

    @Override
    public void objectFinished(ObjectReport report) {
        SettlementCounts counts = report.counts();
        read.increment((double) counts.settled());
        indexed.increment((double) counts.indexed());
        alreadyPresent.increment((double) counts.alreadyPresent());
        deadLettered.increment((double) counts.deadLettered());
        filtered.increment((double) counts.filtered());
        Counter state = objects.get(report.state());
        if (state != null) {
            state.increment();
        }
        objectDuration.record(report.elapsed());
        Duration age = report.age();
        if (age != null && report.state() == ObjectReport.State.SETTLED) {
            objectLag.record(age);
        }
    }

    @Override
    public void receiveFailed(OcsfException failure, Duration delay) {
        receiveFailures.increment();
    }

    @Override
    public void stopped(OcsfException failure) {
        stopped.increment();
    }
}
