package org.ocsf4j.failure;

import org.jspecify.annotations.Nullable;

/**
 * Anything that stops an object, a batch or a run. The type says what helps; see {@link #remedy()}.
 *
 * <p>Messages read {@code [context] problem; value; what to do}. A refused document is not an exception but a value:
 * {@link org.ocsf4j.sink.EventOutcome.Rejected}.
 */
public abstract class OcsfException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OcsfException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What helps. */
    public abstract Remedy remedy();
}
