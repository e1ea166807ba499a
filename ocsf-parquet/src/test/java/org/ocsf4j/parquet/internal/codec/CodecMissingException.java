package org.ocsf4j.parquet.internal.codec;

/** A codec cannot be served here. The message says which and what to do. */
public final class CodecMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CodecMissingException(String message, Throwable cause) {
        super(message, cause);
    }

    CodecMissingException(String message) {
        super(message);
    }
}
