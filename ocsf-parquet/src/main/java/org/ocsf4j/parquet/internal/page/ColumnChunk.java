package org.ocsf4j.parquet.internal.page;

import org.jspecify.annotations.Nullable;

/**
 * One column chunk as the footer describes it, its range checked against the file.
 *
 * @param startPosition the position of its first page, the dictionary page where there is one
 * @param sizeBytes compressed, page headers included
 * @param valueCount values of all data pages, nulls included
 * @param codec the number of the format's {@code CompressionCodec}
 * @param uncompressedBytes decompressed, page headers included, as the footer says
 * @param encodings a bit for each number of the format's {@code Encoding} that the footer names
 * @param statistics null where there are none, or none were asked for
 */
public record ColumnChunk(
        long startPosition,
        long sizeBytes,
        long valueCount,
        int codec,
        long uncompressedBytes,
        int encodings,
        @Nullable ChunkStatistics statistics) {

    public long endPosition() {
        return startPosition + sizeBytes;
    }

    ColumnChunk longer(int bytes) {
        return new ColumnChunk(
                startPosition, sizeBytes + bytes, valueCount, codec, uncompressedBytes, encodings, statistics);
    }
}
