package org.ocsf4j.benchmarks;

import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** parquet-avro on a Hadoop configuration: an Avro record for each row, then JSON of it. */
final class AvroConversion implements Conversion {

    private final AvroEncoding encoding;

    AvroConversion(AvroEncoding encoding) {
        this.encoding = encoding;
    }

    @Override
    public Converted convert(Source source) throws IOException {
        HadoopInputFile file = HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(source.file().toUri()), new Configuration());
        long rows = 0;
        long jsonBytes = 0;
        try (ParquetReader<GenericRecord> reader =
                AvroParquetReader.<GenericRecord>builder(file).build()) {
            for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
                jsonBytes += encoding.encode(row);
                rows++;
            }
        }
        return new Converted(rows, jsonBytes);
    }
}
