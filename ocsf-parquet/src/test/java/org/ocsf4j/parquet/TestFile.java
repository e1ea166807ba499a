package org.ocsf4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.ocsf4j.parquet.internal.block.DecoderComparison;
import org.ocsf4j.parquet.internal.block.MemoryFile;
import org.ocsf4j.parquet.internal.file.LocalContent;

/** Writes small files with {@code parquet-hadoop} into memory, and reads them back as JSON. */
final class TestFile {

    private final MessageType schema;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ParquetWriter<Group> writer;

    private TestFile(String fields, long rowsPerGroup, int rowsPerPage, WriterVersion version) {
        schema = MessageTypeParser.parseMessageType("message event {" + fields + "}");
        try {
            writer = ExampleParquetWriter.builder(new MemoryFile(bytes))
                    .withConf(new PlainParquetConfiguration())
                    .withType(schema)
                    .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                    .withRowGroupRowCountLimit((int) rowsPerGroup)
                    .withPageRowCountLimit(rowsPerPage)
                    .withWriterVersion(version)
                    .withPageWriteChecksumEnabled(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestFile of(String fields) {
        return new TestFile(fields, Integer.MAX_VALUE, 20_000, WriterVersion.PARQUET_1_0);
    }

    static TestFile of(String fields, long rowsPerGroup, int rowsPerPage, WriterVersion version) {
        return new TestFile(fields, rowsPerGroup, rowsPerPage, version);
    }

    TestFile row(Consumer<Group> fill) {
        Group row = new SimpleGroup(schema);
        fill.accept(row);
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    byte[] bytes() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The rows as JSON, one a line, of which the plain decoder says the same. */
    String json() {
        return json(ParquetOptions.defaults());
    }

    String json(ParquetOptions options) {
        byte[] parquet = bytes();
        String json = json(parquet, options);
        assertThat(DecoderComparison.difference(LocalContent.of("x", parquet), 0, options, 1 << 16))
                .isNull();
        return json;
    }

    static String json(byte[] parquet, ParquetOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new ParquetJson(options).write(parquet, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
