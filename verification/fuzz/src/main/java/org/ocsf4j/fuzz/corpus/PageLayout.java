package org.ocsf4j.fuzz.corpus;

import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How the rows of a sound file are stored. */
enum PageLayout {
    PLAIN_V1(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_1_0, false, false, 40, 1_000, 1_000),
    PLAIN_V1_CHECKED(CompressionCodecName.GZIP, WriterVersion.PARQUET_1_0, false, true, 60, 25, 8),
    DICTIONARY_V1(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true, false, 120, 1_000, 30),
    DICTIONARY_V1_CHECKED(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_1_0, true, true, 90, 40, 10),
    DELTA_V2(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_2_0, false, false, 150, 1_000, 50),
    DELTA_V2_CHECKED(CompressionCodecName.ZSTD, WriterVersion.PARQUET_2_0, false, true, 80, 50, 1_000),
    DICTIONARY_V2(CompressionCodecName.LZ4_RAW, WriterVersion.PARQUET_2_0, true, false, 100, 1_000, 20),
    SPLIT_V2(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_2_0, false, false, 30, 11, 5),
    LEGACY_LZ4(CompressionCodecName.LZ4, WriterVersion.PARQUET_1_0, true, false, 50, 20, 1_000),
    MANY_ROWS(CompressionCodecName.ZSTD, WriterVersion.PARQUET_1_0, true, false, 300, 100, 20);

    final CompressionCodecName codec;
    final WriterVersion version;
    final boolean dictionary;
    final boolean checksums;
    final int rows;
    final int rowsPerGroup;
    final int rowsPerPage;

    PageLayout(
            CompressionCodecName codec,
            WriterVersion version,
            boolean dictionary,
            boolean checksums,
            int rows,
            int rowsPerGroup,
            int rowsPerPage) {
        this.codec = codec;
        this.version = version;
        this.dictionary = dictionary;
        this.checksums = checksums;
        this.rows = rows;
        this.rowsPerGroup = rowsPerGroup;
        this.rowsPerPage = rowsPerPage;
    }

    boolean splitsBytes() {
        return this == SPLIT_V2;
    }
}
