package org.ocsf4j.pipeline.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

/**
 * A sink with meters around it.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><td>{@code ocsf.sink.write}<td>how long batches take by {@code result}, {@code settled} or {@code failed}, retries included
 * <tr><td>{@code ocsf.sink.bytes}<td>bytes of events that are being written
 * <tr><td>{@code ocsf.sink.ready}<td>1; 0 while the destination turns everything away
 * <tr><td>{@code ocsf.event.lag}<td>how old the oldest event of a batch is when the batch is settled
 * </table>
 *
 * Thread-safe. The sink is the caller's, who closes it.
 */
public final class MeteredSink implements EventSink {

    private final EventSink sink;
    private final Clock clock;
    private final Timer settled;
    private final Timer failed;
    private final Timer lag;
    private final AtomicLong bytes = new AtomicLong();

    /** Registers the meters. */
    public MeteredSink(EventSink sink, MeterRegistry registry) {
        this(sink, registry, Clock.systemUTC());
    }

    MeteredSink(EventSink sink, MeterRegistry registry, Clock clock) {
        this.sink = Objects.requireNonNull(sink, "sink");
        this.clock = clock;
        settled = writes(registry, "settled");
        failed = writes(registry, "failed");
        lag = Timer.builder("ocsf.event.lag")
                .description("how old the oldest event of a batch is when the batch is settled")
                .register(registry);
        Gauge.builder("ocsf.sink.bytes", bytes, AtomicLong::doubleValue)
                .description("bytes of events that are being written")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("ocsf.sink.ready", sink, s -> s.isReady() ? 1 : 0)
                .description("1; 0 while the destination turns everything away")
                .strongReference(true)
                .register(registry);
    }

    private static Timer writes(MeterRegistry registry, String result) {
        return Timer.builder("ocsf.sink.write")
                .description("how long batches take, retries included")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
        long size = batch.sizeBytes();
        long start = System.nanoTime();
        bytes.addAndGet(size);
        try {
            List<EventOutcome> outcomes = sink.write(batch);
            settled.record(Duration.ofNanos(System.nanoTime() - start));
            recordLag(batch);
            return outcomes;
        } catch (OcsfException e) {
            failed.record(Duration.ofNanos(System.nanoTime() - start));
            throw e;
        } finally {
            bytes.addAndGet(-size);
        }
    }

    private void recordLag(EventBatch batch) {
        long oldest = Long.MAX_VALUE;
        for (int i = 0; i < batch.count(); i++) {
            long time = batch.timeMillis(i);
            if (time != EventBatch.NO_TIME && time < oldest) {
                oldest = time;
            }
        }
        if (oldest != Long.MAX_VALUE) {
            lag.record(Duration.ofMillis(Math.max(0, clock.millis() - oldest)));
        }
    }

    @Override
    public boolean isReady() {
        return sink.isReady();
    }
}
