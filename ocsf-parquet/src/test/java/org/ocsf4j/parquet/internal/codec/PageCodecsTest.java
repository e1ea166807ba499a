package org.ocsf4j.parquet.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Compressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.ocsf4j.parquet.ParquetOptions;
import org.xerial.snappy.Snappy;

final class PageCodecsTest {

    private static final byte[] PAGE = "Security Lake ".repeat(100).getBytes(StandardCharsets.UTF_8);

    private static byte[] decompress(CompressionCodecName codec, byte[] stored, int size) throws IOException {
        BytesInput page = new PageCodecs(ParquetOptions.defaults())
                .getDecompressor(codec)
                .decompress(BytesInput.from(stored), size);
        return page.toInputStream().readAllBytes();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] lz4(byte[] bytes) {
        Lz4Compressor compressor = new Lz4Compressor();
        byte[] out = new byte[compressor.maxCompressedLength(bytes.length)];
        return Arrays.copyOf(out, compressor.compress(bytes, 0, bytes.length, out, 0, out.length));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] word(int value, ByteOrder order) {
        return ByteBuffer.allocate(Integer.BYTES).order(order).putInt(value).array();
    }

    @Test
    void readsWhatTheLibrariesWrite() throws IOException {
        assertThat(decompress(CompressionCodecName.UNCOMPRESSED, PAGE, PAGE.length))
                .isEqualTo(PAGE);
        assertThat(decompress(CompressionCodecName.GZIP, gzip(PAGE), PAGE.length))
                .isEqualTo(PAGE);
        assertThat(decompress(CompressionCodecName.SNAPPY, Snappy.compress(PAGE), PAGE.length))
                .isEqualTo(PAGE);
        assertThat(decompress(CompressionCodecName.ZSTD, Zstd.compress(PAGE), PAGE.length))
                .isEqualTo(PAGE);
        assertThat(decompress(CompressionCodecName.LZ4_RAW, lz4(PAGE), PAGE.length))
                .isEqualTo(PAGE);
    }

    @Test
    void readsGzipMembersOneBehindTheOther() throws IOException {
        byte[] twice = concat(gzip(PAGE), gzip(PAGE));
        assertThat(decompress(CompressionCodecName.GZIP, twice, 2 * PAGE.length))
                .isEqualTo(concat(PAGE, PAGE));
    }

    @Test
    void readsTheThreeLayoutsOfTheOldLz4() throws IOException {
        byte[] block = lz4(PAGE);
        byte[] hadoop =
                concat(word(PAGE.length, ByteOrder.BIG_ENDIAN), word(block.length, ByteOrder.BIG_ENDIAN), block);
        byte[] frame = concat(
                word(0x184D2204, ByteOrder.LITTLE_ENDIAN),
                new byte[] {0x60, 0x40, 0},
                word(block.length, ByteOrder.LITTLE_ENDIAN),
                block,
                word(PAGE.length | 1 << 31, ByteOrder.LITTLE_ENDIAN),
                PAGE,
                word(0, ByteOrder.LITTLE_ENDIAN));
        assertThat(decompress(CompressionCodecName.LZ4, hadoop, PAGE.length)).isEqualTo(PAGE);
        assertThat(decompress(CompressionCodecName.LZ4, concat(hadoop, hadoop), 2 * PAGE.length))
                .isEqualTo(concat(PAGE, PAGE));
        assertThat(decompress(CompressionCodecName.LZ4, block, PAGE.length)).isEqualTo(PAGE);
        assertThat(decompress(CompressionCodecName.LZ4, frame, 2 * PAGE.length)).isEqualTo(concat(PAGE, PAGE));
    }

    @Test
    void readsBrotli() throws IOException {
        // one last meta-block of 5 bytes, stored uncompressed by the encoder of the format's reference
        byte[] hello = {0x0B, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};
        assertThat(decompress(CompressionCodecName.BROTLI, hello, 5))
                .isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesPagesThatAreMoreOrLessThanTheirHeaderSays() throws IOException {
        for (CompressionCodecName codec : new CompressionCodecName[] {
            CompressionCodecName.GZIP,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW,
            CompressionCodecName.LZ4,
            CompressionCodecName.UNCOMPRESSED
        }) {
            byte[] stored =
                    switch (codec) {
                        case GZIP -> gzip(PAGE);
                        case SNAPPY -> Snappy.compress(PAGE);
                        case ZSTD -> Zstd.compress(PAGE);
                        case UNCOMPRESSED -> PAGE;
                        default -> lz4(PAGE);
                    };
            for (int size : new int[] {1, PAGE.length - 1, PAGE.length + 1}) {
                assertThatThrownBy(() -> decompress(codec, stored, size))
                        .as("%s to %d bytes", codec, size)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void refusesPagesThatDecompressTooWellBeforeMakingRoom() {
        assertThatThrownBy(() -> decompress(CompressionCodecName.ZSTD, new byte[1000], 9 << 20))
                .isInstanceOf(PageRefusedException.class)
                .hasMessageContaining("maxCompressionRatio");
        assertThatThrownBy(() -> decompress(CompressionCodecName.ZSTD, new byte[1000], Integer.MAX_VALUE))
                .isInstanceOf(PageRefusedException.class)
                .hasMessageContaining("maxPageBytes");
    }

    @Test
    void namesACodecThatIsNotSupported() {
        assertThatThrownBy(() -> decompress(CompressionCodecName.LZO, new byte[1], 1))
                .isInstanceOf(CodecMissingException.class)
                .hasMessageContaining("LZO");
    }
}
