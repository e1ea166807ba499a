package org.ocsf4j.parquet.internal.page;

import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * What a file's footer says, checked.
 *
 * @param createdBy the writer, as it calls itself; null where it does not
 * @param metadataKeys the keys of the key-value metadata
 */
public record FileMetadata(
        MessageType schema,
        long rowCount,
        List<RowGroup> rowGroups,
        @Nullable String createdBy,
        Set<String> metadataKeys) {

    public FileMetadata {
        rowGroups = List.copyOf(rowGroups);
        metadataKeys = Set.copyOf(metadataKeys);
    }
}
