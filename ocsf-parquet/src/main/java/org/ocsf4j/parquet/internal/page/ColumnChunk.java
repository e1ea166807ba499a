package org.ocsf4j.parquet.internal.page;

/**
 * One column chunk as the footer describes it, its range checked against the file.
 *
 * @param startPosition the position of its first page, the dictionary page where there is one
 * @param sizeBytes compressed, page headers included
 * @param valueCount values of all data pages, nulls included
 * @param codec the number of the format's {@code CompressionCodec}
 */
public record ColumnChunk(long startPosition, long sizeBytes, long valueCount, int codec) {

    public long endPosition() {
        return startPosition + sizeBytes;
    }

    ColumnChunk longer(int bytes) {
        return new ColumnChunk(startPosition, sizeBytes + bytes, valueCount, codec);
    }
}
