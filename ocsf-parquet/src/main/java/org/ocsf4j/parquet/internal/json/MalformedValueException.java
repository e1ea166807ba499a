package org.ocsf4j.parquet.internal.json;

/** A value does not have the bytes that its type prescribes. */
public final class MalformedValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedValueException(String problem) {
        super(problem);
    }
}
