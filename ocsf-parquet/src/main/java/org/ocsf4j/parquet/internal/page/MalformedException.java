package org.ocsf4j.parquet.internal.page;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.ParquetPlace;

/**
 * Bytes that are not what the format prescribes, told by a decoder that does not know where in the file it is. Whoever knows
 * the row group, column and page turns it into a {@link org.ocsf4j.parquet.ParquetFormatException}.
 */
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Integer rowGroup;
    private final @Nullable String column;

    public MalformedException(String message) {
        super(message);
        this.rowGroup = null;
        this.column = null;
    }

    /** About one column chunk, told by the footer. */
    MalformedException(String message, int rowGroup, String column) {
        super(message);
        this.rowGroup = rowGroup;
        this.column = column;
    }

    /** Where in the file it is, as exactly as is known here. */
    ParquetPlace in(ParquetPlace file) {
        return rowGroup == null ? file : file.withRowGroup(rowGroup).withColumn(column);
    }
}
