package org.ocsf4j.testkit.lake;

import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How pages are compressed. */
public enum Codec {
    UNCOMPRESSED(CompressionCodecName.UNCOMPRESSED),
    SNAPPY(CompressionCodecName.SNAPPY),
    /** What Security Lake's own sources use. */
    GZIP(CompressionCodecName.GZIP),
    /** What Security Lake asks custom sources to use. */
    ZSTD(CompressionCodecName.ZSTD);

    private final CompressionCodecName parquetName;

    Codec(CompressionCodecName parquetName) {
        this.parquetName = parquetName;
    }

    CompressionCodecName parquetName() {
        return parquetName;
    }
}
