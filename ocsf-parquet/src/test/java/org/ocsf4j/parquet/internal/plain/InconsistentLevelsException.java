package org.ocsf4j.parquet.internal.plain;

/** The columns of a row group contradict each other. */
final class InconsistentLevelsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InconsistentLevelsException(String problem) {
        super(problem);
    }
}
