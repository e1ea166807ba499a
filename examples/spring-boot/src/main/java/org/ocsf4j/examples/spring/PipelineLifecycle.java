package org.ocsf4j.examples.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the pipeline on a thread of its own for as long as the application context runs. */
@Component
final class PipelineLifecycle implements SmartLifecycle {

    /** For what is in progress to end by itself: 5 seconds. The rest goes back to the queue. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PipelineLifecycle.class);

    private final OcsfPipeline pipeline;
    private volatile @Nullable Thread thread;

    PipelineLifecycle(OcsfPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public void start() {
        Thread consumer = new Thread(() -> LOG.info("{}", pipeline.run().counts()), "ocsf-pipeline");
        thread = consumer;
        consumer.start();
    }

    @Override
    public void stop() {
        Thread consumer = thread;
        thread = null;
        if (consumer == null) {
            return;
        }
        try {
            pipeline.drain(GRACE);
            consumer.interrupt(); // it may be waiting for messages
            consumer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        Thread consumer = thread;
        return consumer != null && consumer.isAlive();
    }
}
