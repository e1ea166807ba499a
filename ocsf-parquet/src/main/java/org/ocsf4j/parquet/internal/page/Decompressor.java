package org.ocsf4j.parquet.internal.page;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses pages into arrays whose size the page header gave; a page that holds less or more is malformed. Keeps its
 * native contexts from page to page; each codec's library is loaded with its first page. Not thread-safe; closing frees the
 * contexts.
 */
public final class Decompressor implements AutoCloseable {

    private static final int UNCOMPRESSED = 0;
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;
    private static final int BROTLI = 4;
    private static final int LZ4 = 5;
    private static final int ZSTD = 6;
    private static final int LZ4_RAW = 7;
    private static final String[] NAMES = {"UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"};

    private @Nullable ZstdPages zstd;
    private @Nullable Inflater inflater;

    /** The name of a number of the format's {@code CompressionCodec}. */
    public static String name(int codec) {
        return codec >= 0 && codec < NAMES.length ? NAMES[codec] : String.valueOf(codec);
    }

    /**
     * Fills {@code to[toStart..toStart+toLength)} from {@code from[start..start+length)}.
     *
     * @throws MalformedException where the bytes are not what the codec prescribes, or not {@code toLength}
     * @throws UnsupportedFileException where the codec or its library is not there
     */
    public void decompress(int codec, byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        if (toLength == 0 && codec != UNCOMPRESSED) {
            return; // some writers store nothing at all for an empty page
        }
        int written;
        try {
            written = written(codec, from, start, length, to, toStart, toLength);
        } catch (NoClassDefFoundError | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            throw new UnsupportedFileException(
                    "the library of the codec cannot be loaded; " + name(codec) + "; add " + library(codec)
                            + " to the class path",
                    e);
        }
        if (written != toLength) {
            throw new MalformedException("a page does not decompress to the size in its header; " + written
                    + " bytes, header says " + toLength);
        }
    }

    private int written(int codec, byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        return switch (codec) {
            case UNCOMPRESSED -> copy(from, start, length, to, toStart, toLength);
            case SNAPPY -> SnappyPages.decompress(from, start, length, to, toStart, toLength);
            case GZIP -> gzip(from, start, length, to, toStart, toLength);
            case BROTLI -> BrotliPages.decompress(from, start, length, to, toStart, toLength);
            case ZSTD -> zstd(from, start, length, to, toStart, toLength);
            case LZ4 -> Lz4.framedOrRaw(from, start, length, to, toStart, toLength);
            case LZ4_RAW -> Lz4.block(from, start, start + length, to, toStart, toStart + toLength);
            default ->
                throw new UnsupportedFileException(
                        "the compression codec is not supported; " + name(codec) + "; rewrite the file with another");
        };
    }

    private static String library(int codec) {
        return switch (codec) {
            case SNAPPY -> "org.xerial.snappy:snappy-java";
            case BROTLI -> "org.brotli:dec";
            case ZSTD -> "com.github.luben:zstd-jni";
            default -> "the JDK's module java.base"; // nothing else is needed
        };
    }

    private static int copy(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        if (length == toLength) {
            System.arraycopy(from, start, to, toStart, length);
        }
        return length;
    }

    private int zstd(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        if (zstd == null) {
            zstd = new ZstdPages();
        }
        return zstd.decompress(from, start, length, to, toStart, toLength);
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
