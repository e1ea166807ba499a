package org.ocsf4j.parquet.internal.page;

/** The file may be sound, but cannot be read here. */
final class UnsupportedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedFileException(String message) {
        super(message);
    }
}
