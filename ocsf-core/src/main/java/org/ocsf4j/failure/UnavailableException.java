package org.ocsf4j.failure;

import org.jspecify.annotations.Nullable;

/** A store, queue or destination did not answer, or asked for patience. A retry helps. */
public class UnavailableException extends OcsfException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        this(message, null);
    }

    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public final Remedy remedy() {
        return Remedy.RETRY;
    }
}
