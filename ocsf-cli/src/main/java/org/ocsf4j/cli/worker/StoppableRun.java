package org.ocsf4j.cli.worker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.RunReport;

/** A pipeline's run that another thread can tell to end, also while it waits for messages. */
public final class StoppableRun {

    /** For messages to go back to the queue, once their work has been interrupted. */
    private static final Duration GIVE_BACK = Duration.ofMillis(1_500);

    private final OcsfPipeline pipeline;
    private final AtomicReference<@Nullable Thread> consuming = new AtomicReference<>();
    private volatile boolean told;

    /** A run of {@code pipeline}, which the caller closes. */
    public StoppableRun(OcsfPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Consumes until it ends or is told to. */
    public RunReport run(boolean untilEmpty) {
        consuming.set(Thread.currentThread());
        try {
            if (told) {
                Thread.currentThread().interrupt(); // told before there was anybody to interrupt
            }
            return untilEmpty ? pipeline.runUntilEmpty() : pipeline.run();
        } finally {
            consuming.set(null);
            Thread.interrupted(); // has done its work
        }
    }

    /**
     * Begins nothing more, waits for what is in progress and then ends the wait for messages.
     *
     * @return whether what was in progress ended in time; otherwise it goes back to the queue
     */
    public boolean stop(Duration patience) throws InterruptedException {
        told = true;
        boolean ended = pipeline.drain(patience);
        if (!ended) {
            pipeline.drain(GIVE_BACK); // interrupted again while it gives back, a message would stay leased
        }
        Thread waiting = consuming.get();
        if (waiting != null) {
            waiting.interrupt();
        }
        return ended;
    }

    /** Who was told to end has done what it should: what is left is in the queue. */
    public boolean isGood(RunReport report) {
        return told ? report.stopCause() == null : report.isSettled();
    }
}
