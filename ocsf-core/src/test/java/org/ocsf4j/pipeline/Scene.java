package org.ocsf4j.pipeline;

import java.time.Duration;
import org.ocsf4j.retry.ExponentialDelay;

/** A pipeline among scripted neighbours, with batches of three rows. */
final class Scene {

    static final int BATCH_EVENTS = 3;

    final ScriptedLake lake = new ScriptedLake();
    final ScriptedSource source = new ScriptedSource();
    final ScriptedSink sink = new ScriptedSink();
    final RecordingDeadLetters deadLetters = new RecordingDeadLetters();
    final PipelineOptions.Builder options = PipelineOptions.builder()
            .batchEvents(BATCH_EVENTS)
            .receiveWait(Duration.ofMillis(1))
            .redelivery(new ExponentialDelay(Duration.ofSeconds(1), Duration.ofSeconds(5)));

    OcsfPipeline.Builder parts() {
        return OcsfPipeline.builder()
                .source(source)
                .objectStore(lake)
                .decoder(lake)
                .sink(sink)
                .deadLetters(deadLetters)
                .options(options.build());
    }

    RunReport runUntilEmpty() {
        try (OcsfPipeline pipeline = parts().build()) {
            return pipeline.runUntilEmpty();
        }
    }

    ObjectReport process(String key) throws InterruptedException {
        try (OcsfPipeline pipeline = parts().build()) {
            return pipeline.process(ScriptedLake.notification(key));
        }
    }
}
