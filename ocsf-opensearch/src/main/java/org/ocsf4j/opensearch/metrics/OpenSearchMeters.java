package org.ocsf4j.opensearch.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.opensearch.SinkActivity;

/**
 * What a sink sends.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><td>{@code ocsf.opensearch.requests}<td>bulk requests that were sent
 * <tr><td>{@code ocsf.opensearch.retries}<td>how often a write waited and sent events again
 * <tr><td>{@code ocsf.opensearch.repaired}<td>documents that were stored with a field moved aside
 * <tr><td>{@code ocsf.opensearch.concurrency}<td>requests that may be under way at a time
 * <tr><td>{@code ocsf.opensearch.bulk}<td>the size that requests are kept to
 * </table>
 *
 * Beside {@link org.ocsf4j.pipeline.metrics.MeteredSink}, which measures any sink. Thread-safe. The sink is the caller's.
 */
public final class OpenSearchMeters implements MeterBinder {

    private final OpenSearchSink sink;

    /** Meters of {@code sink}. */
    public OpenSearchMeters(OpenSearchSink sink) {
        this.sink = Objects.requireNonNull(sink, "sink");
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "requests", "bulk requests that were sent", SinkActivity::requests);
        counter(registry, "retries", "how often a write waited and sent events again", SinkActivity::retries);
        counter(
                registry,
                "repaired",
                "documents that were stored with a field moved aside",
                SinkActivity::repairedDocuments);
        gauge("concurrency", "requests that may be under way at a time", SinkActivity::concurrencyLimit)
                .register(registry);
        gauge("bulk", "the size that requests are kept to", SinkActivity::bulkBytes)
                .baseUnit("bytes")
                .register(registry);
    }

    private void counter(
            MeterRegistry registry, String name, String description, ToDoubleFunction<SinkActivity> value) {
        FunctionCounter.builder("ocsf.opensearch." + name, sink, s -> value.applyAsDouble(s.activity()))
                .description(description)
                .register(registry);
    }

    private Gauge.Builder<OpenSearchSink> gauge(String name, String description, ToDoubleFunction<SinkActivity> value) {
        return Gauge.builder("ocsf.opensearch." + name, sink, s -> value.applyAsDouble(s.activity()))
                .description(description)
                .strongReference(true);
    }
}
