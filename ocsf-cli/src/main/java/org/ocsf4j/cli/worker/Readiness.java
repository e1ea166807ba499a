package org.ocsf4j.cli.worker;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.pipeline.PipelineObserver;

/** Whether a worker can take work: not while the destination turns everything away, nor once it stops. Thread-safe. */
public final class Readiness implements PipelineObserver {

    private final BooleanSupplier destinationReady;
    private volatile @Nullable String over;

    /** Ready while {@code destinationReady} is, until it stops. */
    public Readiness(BooleanSupplier destinationReady) {
        this.destinationReady = destinationReady;
    }

    @Override
    public void stopped(OcsfException failure) {
        over = "the set-up is wrong: " + failure.getMessage();
    }

    /** The worker takes no more work. */
    public void stopping() {
        over = "stopping";
    }

    /** Why it is not ready, absent where it is. */
    @Nullable
    String whyNot() {
        String reason = over;
        return reason != null
                ? reason
                : destinationReady.getAsBoolean() ? null : "the destination turns everything away";
    }
}
