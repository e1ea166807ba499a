package org.ocsf4j.parquet.internal.page;

import java.util.List;
import org.apache.parquet.schema.MessageType;

/** What a file's footer says, checked. */
public record FileMetadata(MessageType schema, long rowCount, List<RowGroup> rowGroups, String createdBy) {

    public FileMetadata {
        rowGroups = List.copyOf(rowGroups);
    }
}
