package org.ocsf4j.parquet.internal.plain;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.internal.codec.PageCodecs;

/** How {@code parquet-hadoop} is set up here: no Hadoop configuration, no Hadoop codecs, page checksums verified. */
public final class PlainReading {

    private PlainReading() {}

    public static ParquetReadOptions options(ParquetOptions options) {
        return ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs(options))
                .usePageChecksumVerification(true)
                .withUseHadoopVectoredIo(false)
                .build();
    }
}
