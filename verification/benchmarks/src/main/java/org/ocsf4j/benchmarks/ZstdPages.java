package org.ocsf4j.benchmarks;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard pages in one call each, with no stream in between. */
final class ZstdPages implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("nothing is written");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new UnsupportedOperationException("the files of the benchmark are ZSTD; " + codec);
        }
        return new Decompressor();
    }

    @Override
    public void release() {}

    private static final class Decompressor implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
            byte[] compressed = new byte[Math.toIntExact(bytes.size())];
            bytes.toInputStream().readNBytes(compressed, 0, compressed.length);
            byte[] page = new byte[decompressedSize];
            Zstd.decompress(page, compressed);
            return BytesInput.from(page);
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize) {
            throw new UnsupportedOperationException("pages are on the heap");
        }

        @Override
        public void release() {}
    }
}
