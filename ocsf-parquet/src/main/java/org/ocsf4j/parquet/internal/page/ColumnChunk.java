package org.ocsf4j.parquet.internal.page;

/**
 * One column chunk as the footer describes it, its range checked against the file.
 *
 * @param startPosition the position of its first page, the dictionary page where there is one
 * @param sizeBytes compressed, page headers included
 * @param valueCount values of all data pages, nulls included
 * @param codec the number of the format's {@code CompressionCodec}
 * @param uncompressedBytes decompressed, page headers included, as the footer says
 * @param encodings a bit for each number of the format's {@code Encoding} that the footer names
 */
public record ColumnChunk(
        long startPosition, long sizeBytes, long valueCount, int codec, long uncompressedBytes, int encodings) {

    public long endPosition() {
        return startPosition + sizeBytes;
    }

    ColumnChunk longer(int bytes) {
        return new ColumnChunk(startPosition, sizeBytes + bytes, valueCount, codec, uncompressedBytes, encodings);
    }
}
