package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.file.Spool;

final class ParquetJsonTest {

    private static final byte[] PARQUET = TestFile.of("required int32 a;")
            .row(row -> row.append("a", 1))
            .row(row -> row.append("a", 2))
            .bytes();
    private static final String JSON = "{\"a\":1}\n{\"a\":2}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> rows = new ArrayList<>();

    private void add(EncodedEvent row) {
        rows.add(row.row() + " " + row);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertRows() {
        assertThat(rows).containsExactly("0 {\"a\":1}", "1 {\"a\":2}");
    }

    @Test
    void convertsAPath(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.parquet"), PARQUET);
        assertThat(ParquetJson.convert(file, out).rows()).isEqualTo(2);
        assertThat(written()).isEqualTo(JSON);
        new ParquetJson().forEach(file, this::add);
        assertRows();
    }

    @Test
    void convertsBytes() throws IOException {
        ParquetJson.convert(PARQUET, out);
        assertThat(written()).isEqualTo(JSON);
        new ParquetJson().forEach(PARQUET, this::add);
        assertRows();
    }

    @Test
    void convertsAStreamAndLeavesItOpen() throws IOException {
        InputStream in = new ByteArrayInputStream(PARQUET) {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        ParquetJson.convert(in, out);
        assertThat(written()).isEqualTo(JSON);
        in.reset();
        new ParquetJson().forEach(in, this::add);
        assertRows();
    }

    @Test
    void convertsAChannelOfAFileAndLeavesItsPosition(@TempDir Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(Files.write(folder.resolve("x.parquet"), PARQUET))) {
            channel.position(3);
            ParquetJson.convert(channel, out);
            new ParquetJson().forEach(channel, this::add);
            assertThat(channel.position()).isEqualTo(3);
        }
        assertThat(written()).isEqualTo(JSON);
        assertRows();
    }

    @Test
    void convertsAChannelOfAnythingAndLeavesItOpen() throws IOException {
        BytesChannel channel = new BytesChannel(PARQUET);
        ParquetJson.convert(channel, out);
        new ParquetJson().forEach(channel, this::add);
        assertThat(channel.isOpen()).isTrue();
        assertThat(written()).isEqualTo(JSON);
        assertRows();
    }

    private static List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ocsf4j-"))
                    .toList();
        }
    }

    @Test
    void keepsALongStreamInAFileThatIsDeletedAfterwards() throws IOException {
        List<Path> before = spooled();
        for (int memory : new int[] {1, 100, PARQUET.length - 1}) {
            try (LocalContent content = Spool.of(new ByteArrayInputStream(PARQUET), memory)) {
                new ParquetJson().forEach(content, this::add);
            }
            assertThat(spooled()).hasSameElementsAs(before);
            assertRows();
            rows.clear();
        }
    }

    @Test
    void keepsAShortStreamInMemory() throws IOException {
        List<Path> before = spooled();
        try (LocalContent content = Spool.of(new ByteArrayInputStream(PARQUET), PARQUET.length)) {
            assertThat(spooled()).hasSameElementsAs(before);
            new ParquetJson().forEach(content, this::add);
        }
        assertRows();
    }

    @Test
    void deletesTheFileOfAStreamThatBreaksOff() throws IOException {
        List<Path> before = spooled();
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(PARQUET, 0, 50), closed);
        assertThatThrownBy(() -> Spool.of(broken, 30)).isInstanceOf(IOException.class);
        assertThat(spooled()).hasSameElementsAs(before);
    }

    @Test
    void refusesAStreamThatIsNoParquet() {
        assertThatThrownBy(() -> ParquetJson.convert(InputStream.nullInputStream(), OutputStream.nullOutputStream()))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageStartingWith("[bytes of a stream]");
    }

    @Test
    void handsOnTheRowsBeforeAFault() {
        TestFile file = TestFile.of("required binary a (STRING);", 1_000, 100, WriterVersion.PARQUET_1_0);
        for (int i = 0; i < 1_000; i++) {
            String text = "row " + i;
            file.row(row -> row.append("a", text));
        }
        byte[] damaged = file.bytes();
        damaged[new String(damaged, StandardCharsets.ISO_8859_1).indexOf("row 750")] ^= 1;
        assertThatThrownBy(() -> new ParquetJson().forEach(damaged, this::add))
                .isInstanceOf(ParquetFormatException.class);
        assertThat(rows).hasSizeBetween(1, 750).startsWith("0 {\"a\":\"row 0\"}");
    }

    /** A channel that is no file's. */
    private static final class BytesChannel implements SeekableByteChannel {

        private final byte[] bytes;
        private int position;
        private boolean open = true;

        BytesChannel(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer to) {
            int count = Math.min(Math.min(to.remaining(), 7), bytes.length - position);
            if (count <= 0) {
                return -1;
            }
            to.put(bytes, position, count);
            position += count;
            return count;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long to) {
            position = Math.toIntExact(to);
            return this;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
