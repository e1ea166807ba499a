package org.ocsf4j.parquet.internal.block;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.internal.page.FileMetadata;
import org.ocsf4j.parquet.internal.page.ObjectPageSource;
import org.ocsf4j.parquet.internal.page.PageLimits;
import org.ocsf4j.parquet.internal.page.RowGroup;
import org.ocsf4j.parquet.internal.shape.RowShape;

/**
 * A file whose footer has been read. Thread-safe where the content is; each cursor belongs to one thread at a time.
 *
 * @param content stays the caller's to close
 * @param place what errors call it
 */
public record BlockFile(
        ObjectContent content,
        ParquetPlace place,
        FileMetadata metadata,
        RowShape row,
        ParquetOptions options,
        PageLimits limits) {

    /**
     * Opens the rows from {@code firstRow} on.
     *
     * @param readAhead reads what comes next while rows are converted; null to read what is needed when it is
     */
    public BlockCursor cursor(long firstRow, @Nullable Executor readAhead) {
        return new BlockCursor(
                new ObjectPageSource(content, limits, metadata, readAhead), row, place, firstRow, options);
    }

    /** The row groups that have rows from {@code firstRow} on. */
    public int[] rowGroupsFrom(long firstRow) {
        List<RowGroup> groups = metadata.rowGroups();
        int[] found = new int[groups.size()];
        int count = 0;
        long end = 0;
        for (int i = 0; i < groups.size(); i++) {
            long rows = groups.get(i).rowCount();
            end += rows;
            if (rows > 0 && end > firstRow) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
