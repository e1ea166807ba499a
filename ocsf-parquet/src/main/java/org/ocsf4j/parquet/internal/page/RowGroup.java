package org.ocsf4j.parquet.internal.page;

import java.util.List;

/** One row group: its rows and one chunk for each leaf column, in the schema's order. */
public record RowGroup(long rowCount, List<ColumnChunk> columns) {

    public RowGroup {
        columns = List.copyOf(columns);
    }

    /** The compressed bytes of all chunks. */
    public long sizeBytes() {
        long sum = 0;
        for (ColumnChunk chunk : columns) {
            sum += chunk.sizeBytes();
        }
        return sum;
    }
}
