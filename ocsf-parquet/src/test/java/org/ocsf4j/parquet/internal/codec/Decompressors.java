package org.ocsf4j.parquet.internal.codec;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.xerial.snappy.Snappy;

/** The codecs of the format, each as one function. Each holds its page to the size that the header gives. */
final class Decompressors {

    private Decompressors() {}

    static void stored(byte[] stored, int offset, int length, byte[] page) throws IOException {
        requireSize(length, page.length);
        System.arraycopy(stored, offset, page, 0, length);
    }

    /** One gzip member or several, one behind the other. */
    static void gzip(byte[] stored, int offset, int length, byte[] page) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored, offset, length))) {
            fill(in, page);
        }
    }

    static void snappy(byte[] stored, int offset, int length, byte[] page) throws IOException {
        // the library writes as much as the stored bytes say, so ask them first
        requireSize(Snappy.uncompressedLength(stored, offset, length), page.length);
        requireSize(Snappy.uncompress(stored, offset, length, page, 0), page.length);
    }

    static void zstd(byte[] stored, int offset, int length, byte[] page) throws IOException {
        try {
            requireSize(Zstd.decompressByteArray(page, 0, page.length, stored, offset, length), page.length);
        } catch (ZstdException e) {
            throw new IOException("the zstd data is malformed, or more than its header says; " + e.getMessage(), e);
        }
    }

    static void lz4Raw(byte[] stored, int offset, int length, byte[] page) throws IOException {
        requireSize(lz4Block(stored, offset, length, page, 0, page.length), page.length);
    }

    /** Decompresses one LZ4 block into {@code page} from {@code at} on and returns its size. */
    static int lz4Block(byte[] stored, int offset, int length, byte[] page, int at, int room) throws IOException {
        try {
            return new Lz4Decompressor().decompress(stored, offset, length, page, at, room);
        } catch (MalformedInputException e) {
            throw new IOException("the lz4 data is malformed; " + e.getMessage(), e);
        }
    }

    static void fill(InputStream in, byte[] page) throws IOException {
        requireSize(in.readNBytes(page, 0, page.length), page.length);
        if (in.read() >= 0) {
            throw new IOException("the page holds more bytes than its header says; " + page.length);
        }
    }

    static void requireSize(long size, int expected) throws IOException {
        if (size != expected) {
            throw new IOException("the page's size differs from its header; " + size + " bytes, header " + expected);
        }
    }
}
