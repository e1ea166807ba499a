package org.ocsf4j.parquet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventClass;

/**
 * What a file is, from its footer and its first row.
 *
 * @param object what errors call the file
 * @param sizeBytes its size
 * @param createdBy the writer, as it calls itself; untrusted text
 * @param schema the schema in the format's own notation
 * @param columns how many columns
 * @param rows how many rows
 * @param rowGroups its row groups with rows, in order
 * @param codecs the codecs of its column chunks, sorted
 * @param encodings the encodings of its column chunks, sorted
 * @param firstEvent what its first row says it is; null where there is no row
 * @param metadataKeys the keys of its key-value metadata, sorted; untrusted text
 */
public record ParquetFileSummary(
        String object,
        long sizeBytes,
        @Nullable String createdBy,
        String schema,
        int columns,
        long rows,
        List<RowGroup> rowGroups,
        Set<String> codecs,
        Set<String> encodings,
        @Nullable EventClass firstEvent,
        Set<String> metadataKeys) {

    public ParquetFileSummary {
        rowGroups = List.copyOf(rowGroups);
    }

    /**
     * A row group.
     *
     * @param ordinal its place in the file, from 0
     * @param rows how many rows it has
     * @param compressedBytes its size as stored
     * @param uncompressedBytes its size decompressed, as the footer says
     */
    public record RowGroup(int ordinal, long rows, long compressedBytes, long uncompressedBytes) {}
}
