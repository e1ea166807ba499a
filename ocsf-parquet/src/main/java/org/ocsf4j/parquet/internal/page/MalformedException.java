package org.ocsf4j.parquet.internal.page;

/**
 * Bytes that are not what the format prescribes, told by a decoder that does not know where in the file it is. Whoever knows
 * the row group, column and page turns it into a {@link org.ocsf4j.parquet.ParquetFormatException}.
 */
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedException(String message) {
        super(message);
    }
}
