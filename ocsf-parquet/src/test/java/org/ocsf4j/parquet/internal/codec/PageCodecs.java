package org.ocsf4j.parquet.internal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.ocsf4j.parquet.ParquetOptions;

/**
 * Decompresses pages for {@code parquet-hadoop}: limits first, then a fresh array of the size that the header gives. Reads
 * only. Thread-safe.
 */
public final class PageCodecs implements CompressionCodecFactory {

    private final ParquetOptions limits;

    public PageCodecs(ParquetOptions limits) {
        this.limits = limits;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new LimitedDecompressor(codec, decompressor(codec), limits);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("pages are only read here; " + codec);
    }

    @Override
    public void release() {}

    private static PageDecompressor decompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> Decompressors::stored;
            case SNAPPY -> Decompressors::snappy;
            case GZIP -> Decompressors::gzip;
            case ZSTD -> Decompressors::zstd;
            case LZ4_RAW -> Decompressors::lz4Raw;
            case LZ4 -> LegacyLz4::decompress;
            case BROTLI -> Brotli::decompress;
            case LZO ->
                throw new CodecMissingException("the codec is not supported; LZO; rewrite the file with another");
        };
    }

    /** One codec behind the limits. */
    private record LimitedDecompressor(CompressionCodecName codec, PageDecompressor decompressor, ParquetOptions limits)
            implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
            requireWithinLimits(bytes.size(), decompressedSize);
            ByteBuffer stored = bytes.toInputStream().slice(Math.toIntExact(bytes.size()));
            byte[] page = new byte[decompressedSize];
            if (stored.hasArray()) {
                int offset = stored.arrayOffset() + stored.position();
                decompress(stored.array(), offset, stored.remaining(), page);
            } else {
                byte[] copy = new byte[stored.remaining()];
                stored.get(copy);
                decompress(copy, 0, copy.length, page);
            }
            return BytesInput.from(page);
        }

        private void decompress(byte[] stored, int offset, int length, byte[] page) throws IOException {
            if (page.length == 0) {
                return; // writers differ on what a page without bytes is stored as; some store nothing at all
            }
            try {
                decompressor.decompress(stored, offset, length, page);
            } catch (NoClassDefFoundError | UnsatisfiedLinkError | ExceptionInInitializerError e) {
                throw new CodecMissingException(
                        "the library of the codec is not on the class path; " + codec + "; add " + coordinates(), e);
            }
        }

        private String coordinates() {
            return switch (codec) {
                case SNAPPY -> "org.xerial.snappy:snappy-java";
                case ZSTD -> "com.github.luben:zstd-jni";
                case BROTLI -> "org.brotli:dec";
                default -> "io.airlift:aircompressor";
            };
        }

        private void requireWithinLimits(long stored, int page) {
            if (page < 0 || page > limits.maxPageBytes()) {
                throw new PageRefusedException("the page is larger than the limit; " + page + " bytes, limit "
                        + limits.maxPageBytes() + "; raise maxPageBytes if the file is sound");
            }
            if (page > limits.ratioFloorBytes() && page / limits.maxCompressionRatio() > stored) {
                throw new PageRefusedException("the page claims to decompress too well; " + stored + " bytes to " + page
                        + ", limit " + limits.maxCompressionRatio()
                        + " to 1; raise maxCompressionRatio if the file is sound");
            }
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
                throws IOException {
            requireWithinLimits(compressedSize, decompressedSize);
            byte[] stored = new byte[compressedSize];
            input.get(stored);
            byte[] page = new byte[decompressedSize];
            decompress(stored, 0, compressedSize, page);
            output.put(page);
        }

        @Override
        public void release() {}
    }
}
