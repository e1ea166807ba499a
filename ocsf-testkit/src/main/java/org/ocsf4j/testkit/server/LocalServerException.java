package org.ocsf4j.testkit.server;

import org.jspecify.annotations.Nullable;

/**
 * A local server could not be put together, started or used. The message says what to do; where a process had a say, it
 * ends with the last lines of its log. A retry helps only after what it says has been done.
 */
public final class LocalServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalServerException(String message) {
        super(message);
    }

    LocalServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
