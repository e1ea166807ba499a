package org.ocsf4j.failure;

import org.jspecify.annotations.Nullable;

/** The object that a notification names is not there. No retry helps: expired, deleted, or never written. */
public class ObjectMissingException extends OcsfException {

    private static final long serialVersionUID = 1L;

    public ObjectMissingException(String message) {
        this(message, null);
    }

    public ObjectMissingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public final Remedy remedy() {
        return Remedy.DEAD_LETTER;
    }
}
