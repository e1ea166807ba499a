package org.ocsf4j.parquet.internal.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;

/**
 * Holds a footer against the file that it describes, and takes out what is not needed to read rows: statistics, which
 * writers got wrong in many ways, and column orders.
 */
final class FooterChecks {

    private static final int MAGIC_BYTES = 4;
    private static final int MAX_MISSING_BYTES = 100;

    private final ParquetOptions limits;
    private final ParquetPlace file;
    private final long dataEnd;

    /**
     * @param dataEnd the position of the footer; no column chunk reaches beyond it
     */
    FooterChecks(ParquetOptions limits, ParquetPlace file, long dataEnd) {
        this.limits = limits;
        this.file = file;
        this.dataEnd = dataEnd;
    }

    void check(FileMetaData footer) {
        if (footer.isSetEncryption_algorithm()) {
            throw FooterReader.encrypted(file);
        }
        footer.unsetColumn_orders();
        List<SchemaLeaf> leaves = new SchemaChecks(limits, file).check(footer.getSchema());
        long rows = 0;
        int ordinal = 0;
        for (RowGroup group : FooterReader.rowGroups(footer)) {
            rows = Math.addExact(rows, rowGroup(group, leaves, file.withRowGroup(ordinal++)));
        }
        if (rows != footer.getNum_rows()) {
            throw new ParquetFormatException(
                    file, "the row groups' rows do not add up; " + rows + ", footer " + footer.getNum_rows());
        }
    }

    private long rowGroup(RowGroup group, List<SchemaLeaf> leaves, ParquetPlace place) {
        long rows = group.getNum_rows();
        if (rows < 0) {
            throw new ParquetFormatException(place, "the row group has a negative number of rows; " + rows);
        }
        if (rows == 0) {
            return 0;
        }
        List<ColumnChunk> chunks = Objects.requireNonNullElse(group.getColumns(), List.of());
        if (chunks.size() != leaves.size()) {
            throw new ParquetFormatException(
                    place,
                    "the row group does not have one column chunk for each column; " + chunks.size() + " chunks, "
                            + leaves.size() + " columns");
        }
        Map<List<String>, SchemaLeaf> byPath = new HashMap<>();
        leaves.forEach(leaf -> byPath.putIfAbsent(leaf.path(), leaf));
        long stored = 0;
        for (int i = 0; i < leaves.size(); i++) {
            ColumnChunk chunk = chunks.get(i);
            ColumnMetaData metadata = plainMetadata(chunk, place);
            SchemaLeaf leaf = leaves.get(i);
            if (!leaf.path().equals(metadata.getPath_in_schema())) {
                leaf = byPath.remove(metadata.getPath_in_schema());
                if (leaf == null) {
                    throw new ParquetFormatException(
                            place,
                            "the column chunk is of no column, or of one twice; " + metadata.getPath_in_schema());
                }
            } else if (leaf.isUnique() && byPath.remove(leaf.path()) == null) {
                throw new ParquetFormatException(place, "two column chunks are of one column; " + leaf.path());
            }
            chunk(metadata, leaf, rows, place.withColumn(String.join(".", leaf.path())));
            metadata.setPath_in_schema(leaf.uniquePath());
            stored = Math.addExact(stored, metadata.getTotal_compressed_size());
        }
        if (stored > limits.maxRowGroupBytes()) {
            throw new ParquetFormatException(
                    place,
                    "the row group is larger than the limit; " + stored + " bytes, limit " + limits.maxRowGroupBytes()
                            + "; raise maxRowGroupBytes if the file is sound");
        }
        mendShortChunks(chunks);
        return rows;
    }

    /**
     * Old parquet-mr left the dictionary page's header out of a chunk's size (PARQUET-816): a chunk that stops a header's
     * length before its neighbour is taken to reach up to it.
     */
    private void mendShortChunks(List<ColumnChunk> chunks) {
        long[] starts = new long[chunks.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start(metadata(chunks.get(i)));
        }
        Arrays.sort(starts);
        for (ColumnChunk chunk : chunks) {
            ColumnMetaData metadata = metadata(chunk);
            int self = Arrays.binarySearch(starts, start(metadata));
            long next = self + 1 < starts.length ? starts[self + 1] : dataEnd;
            long gap = next - start(metadata) - metadata.getTotal_compressed_size();
            if (gap > 0 && gap <= MAX_MISSING_BYTES) {
                metadata.setTotal_compressed_size(metadata.getTotal_compressed_size() + gap);
            }
        }
    }

    private static ColumnMetaData metadata(ColumnChunk chunk) {
        return Objects.requireNonNull(chunk.getMeta_data(), "checked before");
    }

    private static long start(ColumnMetaData chunk) {
        long dictionary = chunk.getDictionary_page_offset();
        return dictionary > 0 ? Math.min(dictionary, chunk.getData_page_offset()) : chunk.getData_page_offset();
    }

    private static ColumnMetaData plainMetadata(ColumnChunk chunk, ParquetPlace place) {
        if (chunk.isSetCrypto_metadata() || chunk.isSetEncrypted_column_metadata()) {
            throw FooterReader.encrypted(place);
        }
        @Nullable String otherFile = chunk.getFile_path();
        if (otherFile != null) {
            throw new ParquetUnsupportedException(
                    place, "the column chunk lies in another file; " + otherFile + "; read that file instead");
        }
        @Nullable ColumnMetaData metadata = chunk.getMeta_data();
        if (metadata == null) {
            throw new ParquetFormatException(place, "a column chunk has no metadata");
        }
        return metadata;
    }

    private void chunk(ColumnMetaData chunk, SchemaLeaf leaf, long rows, ParquetPlace place) {
        chunk.unsetStatistics();
        chunk.unsetSize_statistics();
        chunk.unsetGeospatial_statistics();
        if (chunk.getType() != leaf.type()) {
            throw new ParquetFormatException(
                    place,
                    "the chunk's physical type is not the column's; " + chunk.getType() + ", schema " + leaf.type());
        }
        long values = chunk.getNum_values();
        if (leaf.isRepeated() ? values < rows : values != rows) {
            throw new ParquetFormatException(
                    place, "the chunk's values do not fit its row group; " + values + " values, " + rows + " rows");
        }
        long start = start(chunk);
        long size = chunk.getTotal_compressed_size();
        if (start < MAGIC_BYTES || size < 0 || size > dataEnd - start) {
            throw new ParquetFormatException(
                    place,
                    "the column chunk is not inside the file; " + size + " bytes at " + start + ", data ends at "
                            + dataEnd);
        }
    }
}
