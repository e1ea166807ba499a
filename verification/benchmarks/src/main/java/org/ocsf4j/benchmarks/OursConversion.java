package org.ocsf4j.benchmarks;

import java.io.OutputStream;
import java.util.Objects;
import org.ocsf4j.parquet.ParquetJson;

/** The converter as an application calls it, into a stream that discards, as DuckDB's file does. */
final class OursConversion implements Conversion {

    private final ParquetJson json = new ParquetJson();
    private final CountingStream output = new CountingStream();

    @Override
    public Converted convert(Source source) throws Exception {
        output.bytes = 0;
        try (FileContent content = new FileContent(source.file())) {
            return new Converted(json.write(content, output).rows(), output.bytes);
        }
    }

    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, b.length);
            bytes += length;
        }
    }
}
