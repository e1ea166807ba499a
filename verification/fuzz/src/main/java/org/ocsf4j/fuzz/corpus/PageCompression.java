package org.ocsf4j.fuzz.corpus;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.ocsf4j.fuzz.file.PageCodec;

/** Lets Parquet's writer use {@link PageCodec}. */
final class PageCompression implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        CompressionCodec format = CompressionCodec.valueOf(codec.name());
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput page) throws IOException {
                return BytesInput.from(
                        PageCodec.compress(format, page.toInputStream().readAllBytes()));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return codec;
            }

            @Override
            public void release() {}
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("pages are written, not read; " + codec);
    }

    @Override
    public void release() {}
}
