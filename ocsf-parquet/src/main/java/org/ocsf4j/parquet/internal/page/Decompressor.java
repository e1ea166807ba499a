package org.ocsf4j.parquet.internal.page;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/**
 * Decompresses pages into arrays whose size the page header gave; a page that holds less or more is malformed. Keeps its
 * native contexts from page to page. Not thread-safe; closing frees them.
 */
public final class Decompressor implements AutoCloseable {

    private static final int UNCOMPRESSED = 0;
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;
    private static final int LZ4 = 5;
    private static final int ZSTD = 6;
    private static final int LZ4_RAW = 7;
    private static final String[] NAMES = {"UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"};

    private @Nullable ZstdDecompressCtx zstd;
    private @Nullable Inflater inflater;

    /** Whether {@link #decompress} knows the codec. */
    public static boolean knows(int codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, LZ4, ZSTD, LZ4_RAW -> true;
            default -> false;
        };
    }

    /** The name of a number of the format's {@code CompressionCodec}. */
    public static String name(int codec) {
        return codec >= 0 && codec < NAMES.length ? NAMES[codec] : String.valueOf(codec);
    }

    /** Fills {@code to[toStart..toStart+toLength)} from {@code from[start..start+length)}. */
    public void decompress(int codec, byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        if (toLength == 0 && codec != UNCOMPRESSED) {
            return; // some writers store nothing at all for an empty page
        }
        int written =
                switch (codec) {
                    case UNCOMPRESSED -> copy(from, start, length, to, toStart, toLength);
                    case SNAPPY -> snappy(from, start, length, to, toStart, toLength);
                    case GZIP -> gzip(from, start, length, to, toStart, toLength);
                    case ZSTD -> zstd(from, start, length, to, toStart, toLength);
                    case LZ4 -> Lz4.framedOrRaw(from, start, length, to, toStart, toLength);
                    case LZ4_RAW -> Lz4.block(from, start, start + length, to, toStart, toStart + toLength);
                    default -> throw new MalformedException("the compression codec is not supported; " + name(codec));
                };
        if (written != toLength) {
            throw new MalformedException("a page does not decompress to the size in its header; " + written
                    + " bytes, header says " + toLength);
        }
    }

    private static int copy(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        if (length == toLength) {
            System.arraycopy(from, start, to, toStart, length);
        }
        return length;
    }

    private static int snappy(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        try {
            int size = Snappy.uncompressedLength(from, start, length);
            return size == toLength ? Snappy.uncompress(from, start, length, to, toStart) : size;
        } catch (IOException e) {
            throw new MalformedException("a page is not valid snappy; " + e.getMessage());
        }
    }

    private int zstd(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        if (zstd == null) {
            zstd = new ZstdDecompressCtx();
        }
        try {
            return zstd.decompressByteArray(to, toStart, toLength, from, start, length);
        } catch (ZstdException e) {
            throw new MalformedException("a page is not valid zstd; " + e.getMessage());
        }
    }

    /** Members may follow one another, as gzip allows. */
    private int gzip(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        if (inflater == null) {
            inflater = new Inflater(true);
        }
        int position = start;
        int end = start + length;
        int written = 0;
        try {
            while (position < end && written <= toLength) {
                position = GzipHeader.skip(from, position, end);
                inflater.reset();
                inflater.setInput(from, position, end - position);
                written = inflate(inflater, to, toStart, written, toLength);
                position = end - inflater.getRemaining() + GzipHeader.TRAILER_BYTES;
            }
        } catch (DataFormatException e) {
            throw new MalformedException("a page is not valid gzip; " + e.getMessage());
        }
        return written;
    }

    private static int inflate(Inflater inflater, byte[] to, int toStart, int written, int toLength)
            throws DataFormatException {
        int total = written;
        while (!inflater.finished()) {
            int count = inflater.inflate(to, toStart + total, toLength - total);
            total += count;
            if (count == 0 && !inflater.finished()) {
                throw new MalformedException(
                        total == toLength ? "a gzip page is longer than its header says" : "a gzip page ends early");
            }
        }
        return total;
    }

    @Override
    public void close() {
        if (zstd != null) {
            zstd.close();
            zstd = null;
        }
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
