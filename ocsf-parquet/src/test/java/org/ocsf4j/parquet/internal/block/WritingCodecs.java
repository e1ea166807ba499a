package org.ocsf4j.parquet.internal.block;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Compressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Compresses pages without Hadoop. */
final class WritingCodecs implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput page) throws IOException {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                page.writeAllTo(bytes);
                return BytesInput.from(WritingCodecs.compress(codec, bytes.toByteArray()));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return codec;
            }

            @Override
            public void release() {}
        };
    }

    private static byte[] compress(CompressionCodecName codec, byte[] page) throws IOException {
        return switch (codec) {
            case SNAPPY -> Snappy.compress(page);
            case GZIP -> gzip(page);
            case ZSTD -> Zstd.compress(page);
            case LZ4_RAW -> lz4(page);
            default -> page;
        };
    }

    private static byte[] gzip(byte[] page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page);
        }
        return bytes.toByteArray();
    }

    private static byte[] lz4(byte[] page) {
        Lz4Compressor compressor = new Lz4Compressor();
        byte[] room = new byte[compressor.maxCompressedLength(page.length)];
        return Arrays.copyOf(room, compressor.compress(page, 0, page.length, room, 0, room.length));
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("pages are only written here; " + codec);
    }

    @Override
    public void release() {}
}
