package org.ocsf4j.parquet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where in a Parquet file something is, as exactly as is known.
 *
 * @param object the file, for example {@code s3://lake/x.parquet}
 * @param rowGroup the ordinal of the row group, from 0
 * @param column the column's path in the schema, joined by dots
 * @param page the ordinal of the page in its column chunk, from 0, the dictionary page not counted
 */
public record ParquetPlace(String object, @Nullable Integer rowGroup, @Nullable String column, @Nullable Integer page) {

    public ParquetPlace {
        Objects.requireNonNull(object, "object");
    }

    public static ParquetPlace of(String object) {
        return new ParquetPlace(object, null, null, null);
    }

    public ParquetPlace withRowGroup(int ordinal) {
        return new ParquetPlace(object, ordinal, column, page);
    }

    public ParquetPlace withColumn(@Nullable String path) {
        return new ParquetPlace(object, rowGroup, path, page);
    }

    public ParquetPlace withPage(@Nullable Integer ordinal) {
        return new ParquetPlace(object, rowGroup, column, ordinal);
    }

    /** {@code s3://lake/x.parquet: row group 2, column actor.user.name, page 7}, safe for a log line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(object);
        String separator = ": ";
        if (rowGroup != null) {
            text.append(separator).append("row group ").append(rowGroup);
            separator = ", ";
        }
        if (column != null) {
            text.append(separator).append("column ").append(column);
            separator = ", ";
        }
        if (page != null) {
            text.append(separator).append("page ").append(page);
        }
        return Printable.of(text.toString());
    }
}
