package org.ocsf4j.examples.spring;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.sink.EventSink;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Up while events flow; out of service while OpenSearch turns everything away; down once the set-up has turned out to be wrong. */
final class PipelineHealthIndicator implements HealthIndicator, PipelineObserver {

    private final EventSink sink;
    private volatile @Nullable OcsfException stopCause;

    PipelineHealthIndicator(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void stopped(OcsfException failure) {
        stopCause = failure;
    }

    @Override
    public Health health() {
        OcsfException cause = stopCause;
        if (cause != null) {
            return Health.down(cause).build();
        }
        return sink.isReady()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("reason", "OpenSearch turns everything away")
                        .build();
    }
}
