package org.ocsf4j.parquet.internal.codec;

/** A page asks for more than the limits allow. The message says what. */
public final class PageRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PageRefusedException(String message) {
        super(message);
    }
}
