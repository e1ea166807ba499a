package org.ocsf4j.cli.worker;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.opensearch.metrics.OpenSearchMeters;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.metrics.MeteredSink;
import org.ocsf4j.pipeline.metrics.MicrometerObserver;
import org.ocsf4j.sink.EventSink;

/** A worker's meters and the server that shows them, or neither. Closing stops the server; the sink is the caller's. */
public final class WorkerHealth implements AutoCloseable {

    private final EventSink sink;
    private final Readiness readiness;
    private final PipelineObserver observer;
    private final @Nullable HealthServer server;

    private WorkerHealth(
            EventSink sink, Readiness readiness, PipelineObserver observer, @Nullable HealthServer server) {
        this.sink = sink;
        this.readiness = readiness;
        this.observer = observer;
        this.server = server;
    }

    static WorkerHealth unwatched(EventSink sink) {
        Readiness readiness = new Readiness(sink::isReady);
        return new WorkerHealth(sink, readiness, readiness, null);
    }

    static WorkerHealth watched(OpenSearchSink sink, String host, int port) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new OpenSearchMeters(sink).bindTo(registry);
        Readiness readiness = new Readiness(sink::isReady);
        return new WorkerHealth(
                new MeteredSink(sink, registry),
                readiness,
                PipelineObserver.all(List.of(readiness, new MicrometerObserver(registry))),
                HealthServer.start(host, port, readiness, registry::scrape));
    }

    /** The sink to write to. */
    public EventSink sink() {
        return sink;
    }

    /** Who has to be told what the pipeline does. */
    public PipelineObserver observer() {
        return observer;
    }

    /** The worker takes no more work. */
    public void stopping() {
        readiness.stopping();
    }

    URI uri() {
        return Objects.requireNonNull(server, "server").uri();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
