package org.ocsf4j.failure;

import org.jspecify.annotations.Nullable;

/** The object's bytes are not what its format prescribes: truncated, corrupt or hostile. No retry helps. */
public class CorruptObjectException extends OcsfException {

    private static final long serialVersionUID = 1L;

    public CorruptObjectException(String message) {
        this(message, null);
    }

    public CorruptObjectException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public final Remedy remedy() {
        return Remedy.LEAVE;
    }
}
