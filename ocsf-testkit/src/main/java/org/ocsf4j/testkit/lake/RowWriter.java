package org.ocsf4j.testkit.lake;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/** Opens Parquet's writer the way Security Lake's objects need it: version 1 pages, dictionaries, row groups by rows. */
final class RowWriter {

    /** Large enough that the number of rows alone ends a row group. */
    private static final long ROW_GROUP_BYTES = 1L << 40;

    private RowWriter() {}

    static ParquetWriter<Row> open(Path file, MessageType schema, ObjectOptions options) throws IOException {
        return new Builder(new LocalOutputFile(file), schema)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .withCompressionCodec(options.codec().parquetName())
                .withCodecFactory(new PageCompression())
                .withDictionaryEncoding(true)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withRowGroupRowCountLimit(options.rowGroupRows())
                .withPageRowCountLimit(Integer.MAX_VALUE)
                .withPageWriteChecksumEnabled(options.pageChecksums())
                .withSizeStatisticsEnabled(false)
                .withMaxPaddingSize(0)
                .build();
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {

        private final MessageType schema;

        Builder(OutputFile file, MessageType schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still; only the overload for ParquetConfiguration is called
        protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport(schema);
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriteSupport(schema);
        }
    }
}
