package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.parquet.internal.file.Footer;
import org.ocsf4j.parquet.internal.file.FooterReader;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.plain.PlainReading;

/** Bytes that are not a sound file are refused by an exception of the module, whatever they are. */
final class HostileFileTest {

    private static final String FIELDS =
            "optional int32 a; optional group m (MAP) { repeated group kv { required binary key (STRING);"
                    + "optional double value; } } optional group l (LIST) { repeated group list { optional binary element (STRING); } }";

    private static byte[] sound(WriterVersion version) {
        TestFile file = TestFile.of(FIELDS, 20, 7, version);
        for (int i = 0; i < 50; i++) {
            int n = i;
            file.row(row -> {
                row.append("a", n);
                row.addGroup("m").addGroup("kv").append("key", "k" + n % 5).add("value", n / 3.0);
                row.addGroup("l").addGroup("list").add("element", "text " + n);
            });
        }
        return file.bytes();
    }

    private static String convert(byte[] parquet) {
        return TestFile.json(parquet, ParquetOptions.defaults());
    }

    @Test
    void refusesEveryTruncation() {
        byte[] sound = sound(WriterVersion.PARQUET_1_0);
        for (int length = 0; length < sound.length; length += 1 + length / 100) {
            byte[] truncated = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> convert(truncated))
                    .as("%d bytes", length)
                    .isInstanceOf(ParquetFormatException.class)
                    .hasMessageStartingWith("[bytes in memory");
        }
    }

    /** The positions of all bytes that checksums cover: those of pages, without their headers. */
    private static int[] pageBytes(byte[] parquet) throws IOException {
        Footer footer = new FooterReader(ParquetOptions.defaults(), PlainReading.options(ParquetOptions.defaults()))
                .read(LocalContent.of("x", parquet));
        IntStream.Builder positions = IntStream.builder();
        for (BlockMetaData rowGroup : footer.metadata().getBlocks()) {
            for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
                int start = (int) chunk.getStartingPos();
                ByteArrayInputStream in = new ByteArrayInputStream(parquet, start, (int) chunk.getTotalSize());
                while (in.available() > 0) {
                    PageHeader header = Util.readPageHeader(in);
                    int page = start + (int) chunk.getTotalSize() - in.available();
                    for (int i = 0; i < header.getCompressed_page_size(); i++) {
                        positions.add(page + i);
                    }
                    in.skip(header.getCompressed_page_size());
                }
            }
        }
        return positions.build().toArray();
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryFlippedBitOfAPageNamingIt(WriterVersion version) throws IOException {
        byte[] sound = sound(version);
        Random random = new Random(7);
        for (int at : pageBytes(sound)) {
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> convert(flipped))
                    .as("byte %d", at)
                    .isInstanceOf(ParquetFormatException.class)
                    .hasMessageMatching("(?s)\\[bytes in memory: row group \\d, column .*(, page \\d|dictionary).*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverFailsOtherwiseOnAFlippedBitOfAnything(WriterVersion version) {
        byte[] sound = sound(version);
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] flipped = sound.clone();
            flipped[4 + random.nextInt(footerStart(sound) - 4)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(convert(flipped).lines()).hasSize(50);
            } catch (CorruptObjectException refused) {
                assertThat(refused).hasMessageContaining("row group");
            }
        }
    }

    @Test
    void neverFailsOtherwiseOnADamagedFooter() {
        byte[] sound = sound(WriterVersion.PARQUET_1_0);
        int footer = footerStart(sound);
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = sound.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                damaged[footer + random.nextInt(damaged.length - 8 - footer)] = (byte) random.nextInt(256);
            }
            try {
                convert(damaged);
            } catch (CorruptObjectException refused) {
                assertThat(refused).hasMessageStartingWith("[bytes in memory");
            }
        }
    }

    private static int footerStart(byte[] parquet) {
        int length = ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).getInt(parquet.length - 8);
        return parquet.length - 8 - length;
    }

    @Test
    void namesColumnAndPageOfADamagedPage() {
        byte[] damaged = sound(WriterVersion.PARQUET_1_0);
        byte[] text = "text 31".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < damaged.length - text.length; i++) {
            if (Arrays.equals(damaged, i, i + text.length, text, 0, text.length)) {
                damaged[i] ^= 1;
            }
        }
        assertThatThrownBy(() -> convert(damaged))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("row group 1, column l.list.element")
                .hasMessageContaining("checksum");
    }

    @Test
    void refusesAFooterLongerThanTheLimitBeforeReadingIt() {
        byte[] file = ByteBuffer.allocate(100)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(92, -1)
                .array();
        System.arraycopy("PAR1".getBytes(StandardCharsets.US_ASCII), 0, file, 96, 4);
        assertThatThrownBy(() -> convert(file))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("4294967295")
                .hasMessageContaining("maxFooterBytes");
    }

    @Test
    void refusesAListThatClaimsMoreThanTheFooterHolds() {
        // field 2, list of 2^31 - 1 structs
        byte[] footer = {0x15, 0x02, 0x19, (byte) 0xFC, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07, 0};
        assertThatThrownBy(() -> convert(file(footer, "PAR1"))).isInstanceOf(ParquetFormatException.class);
    }

    @Test
    void refusesFootersThatNestWithoutEnd() {
        byte[] footer = new byte[1 << 20];
        Arrays.fill(footer, (byte) 0x1C); // a struct in field + 1, again and again
        assertThatThrownBy(() -> convert(file(footer, "PAR1"))).isInstanceOf(ParquetFormatException.class);
    }

    private static byte[] file(byte[] footer, String magic) {
        return ByteBuffer.allocate(footer.length + 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("PAR1".getBytes(StandardCharsets.US_ASCII))
                .put(footer)
                .putInt(footer.length)
                .put(magic.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    @Test
    void saysThatAnEncryptedFileIsEncrypted() {
        assertThatThrownBy(() -> convert(file(new byte[10], "PARE")))
                .isInstanceOf(ParquetUnsupportedException.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void saysWhereACodecIsThatIsNotSupported() {
        byte[] parquet = TestFile.of("required int32 a; required int32 b;")
                .row(row -> row.append("a", 1).append("b", 2))
                .bytes();
        byte[] file = ForgedFile.withFooter(
                parquet, footer -> ForgedFile.chunk(footer, 0, 1).setCodec(CompressionCodec.LZO));
        assertThatThrownBy(() -> convert(file))
                .isInstanceOf(ParquetUnsupportedException.class)
                .hasMessageContaining("row group 0, column b, page 0")
                .hasMessageContaining("LZO");
    }

    @Test
    void refusesSchemasThatNestTooDeeply() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            fields.append("optional group g").append(i).append(" { ");
        }
        fields.append("optional int32 x; ").append("} ".repeat(64));
        byte[] deep = TestFile.of(fields.toString()).row(row -> {}).bytes();
        assertThatThrownBy(() -> convert(deep))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining("nests too deeply");
        assertThat(TestFile.json(deep, ParquetOptions.builder().maxNesting(70).build()))
                .isEqualTo("{}");
    }

    @Test
    void refusesDocumentsAndPagesAndRowGroupsAboveTheirLimits() {
        byte[] parquet = TestFile.of("required binary a (STRING); required binary b (STRING);")
                .row(row -> row.append("a", "x".repeat(100_000)).append("b", ""))
                .bytes();
        assertThatThrownBy(() -> TestFile.json(
                        parquet,
                        ParquetOptions.builder().maxDocumentBytes(99_999).build()))
                .hasMessageContaining("row group 0, column")
                .hasMessageContaining("maxDocumentBytes");
        assertThatThrownBy(() -> TestFile.json(
                        parquet, ParquetOptions.builder().maxPageBytes(99_999).build()))
                .hasMessageContaining("row group 0, column a, page 0")
                .hasMessageContaining("maxPageBytes");
        assertThatThrownBy(() -> TestFile.json(
                        parquet,
                        ParquetOptions.builder().maxRowGroupBytes(99_999).build()))
                .hasMessageContaining("row group 0")
                .hasMessageContaining("maxRowGroupBytes");
        assertThat(TestFile.json(
                        parquet,
                        ParquetOptions.builder().maxDocumentBytes(100_020).build()))
                .hasSizeGreaterThan(100_000);
    }

    @Test
    void keepsControlCharactersOfTheFileOutOfMessages() {
        byte[] deep = TestFile.of("optional group a { optional group b { optional int32 x; } }")
                .row(row -> {})
                .bytes();
        byte[] named = new String(deep, StandardCharsets.ISO_8859_1)
                .replace("\u0001b", "\u0001\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> TestFile.json(
                        named, ParquetOptions.builder().maxNesting(1).build()))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageNotContaining("\n");
    }
}
