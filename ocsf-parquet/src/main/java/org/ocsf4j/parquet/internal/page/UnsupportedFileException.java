package org.ocsf4j.parquet.internal.page;

/**
 * The file may be sound, but cannot be read here. Whoever knows the place turns it into a
 * {@link org.ocsf4j.parquet.ParquetUnsupportedException}.
 */
public final class UnsupportedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedFileException(String message) {
        super(message);
    }

    UnsupportedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
