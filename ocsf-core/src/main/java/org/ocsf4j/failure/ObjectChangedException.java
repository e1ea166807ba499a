package org.ocsf4j.failure;

import org.jspecify.annotations.Nullable;

/** The object was replaced while it was being read (HTTP 412 on If-Match). A retry from its first row helps. */
public class ObjectChangedException extends OcsfException {

    private static final long serialVersionUID = 1L;

    public ObjectChangedException(String message) {
        this(message, null);
    }

    public ObjectChangedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public final Remedy remedy() {
        return Remedy.RETRY;
    }
}
