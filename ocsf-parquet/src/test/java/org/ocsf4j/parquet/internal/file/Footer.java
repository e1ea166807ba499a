package org.ocsf4j.parquet.internal.file;

import java.util.List;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * A checked footer.
 *
 * @param metadata as {@code parquet-hadoop} has it, without the row groups that have no rows, without statistics, the members
 *     of each group with unique names
 * @param rowGroups those that have rows; element i belongs to block i of the metadata
 * @param totalRows the rows of all of them
 */
public record Footer(ParquetMetadata metadata, List<RowGroupRows> rowGroups, long totalRows) {

    public Footer {
        rowGroups = List.copyOf(rowGroups);
    }

    /**
     * A row group that has rows.
     *
     * @param ordinal the row group's place in the file, from 0
     * @param firstRow the ordinal of its first row in the file
     * @param rows how many rows it has, at least 1
     */
    public record RowGroupRows(int ordinal, long firstRow, long rows) {}
}
