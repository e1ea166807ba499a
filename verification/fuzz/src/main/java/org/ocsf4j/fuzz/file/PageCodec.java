package org.ocsf4j.fuzz.file;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** The codecs of pages, both ways, for honest bytes. */
public final class PageCodec {

    private static final int ZSTD_LEVEL = 3;

    /** Hadoop's framing of legacy LZ4: the sizes of the block and of its stored part, big-endian. */
    private static final int HADOOP_FRAME_BYTES = 8;

    private PageCodec() {}

    public static byte[] compress(CompressionCodec codec, byte[] page) throws IOException {
        return switch (codec) {
            case UNCOMPRESSED -> page;
            case GZIP -> gzip(page);
            case SNAPPY -> Snappy.compress(page);
            case ZSTD -> Zstd.compress(page, ZSTD_LEVEL);
            case LZ4_RAW -> lz4(page, 0);
            case LZ4 -> hadoopLz4(page);
            default -> throw new IOException("the codec is not written here; " + codec);
        };
    }

    public static byte[] decompress(CompressionCodec codec, byte[] stored, int size) throws IOException {
        return switch (codec) {
            case UNCOMPRESSED -> stored;
            case GZIP -> new GZIPInputStream(new ByteArrayInputStream(stored)).readAllBytes();
            case SNAPPY -> Snappy.uncompress(stored);
            case ZSTD -> Zstd.decompress(stored, size);
            case LZ4_RAW -> unpackLz4(stored, 0, size);
            case LZ4 -> unpackLz4(stored, HADOOP_FRAME_BYTES, size);
            default -> throw new IOException("the codec is not read here; " + codec);
        };
    }

    private static byte[] gzip(byte[] page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(page);
        }
        return out.toByteArray();
    }

    private static byte[] lz4(byte[] page, int room) {
        Lz4Compressor compressor = new Lz4Compressor();
        byte[] out = new byte[room + compressor.maxCompressedLength(page.length)];
        int length = compressor.compress(page, 0, page.length, out, room, out.length - room);
        return Arrays.copyOf(out, room + length);
    }

    private static byte[] hadoopLz4(byte[] page) {
        byte[] framed = lz4(page, HADOOP_FRAME_BYTES);
        ByteBuffer.wrap(framed).putInt(page.length).putInt(framed.length - HADOOP_FRAME_BYTES);
        return framed;
    }

    private static byte[] unpackLz4(byte[] stored, int offset, int size) {
        byte[] page = new byte[size];
        new Lz4Decompressor().decompress(stored, offset, stored.length - offset, page, 0, size);
        return page;
    }
}
