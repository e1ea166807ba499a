package org.ocsf4j.parquet.internal.block;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes a file of a given schema. */
final class SmallFile {

    private SmallFile() {}

    /** Fills one row. */
    @FunctionalInterface
    interface Row {
        void fill(int row, Group group);
    }

    static byte[] of(String schema, int rows, Row content) {
        return of(schema, rows, Math.max(1, rows), content);
    }

    static byte[] of(String schema, int rows, int rowsOfGroup, Row content) {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new MemoryFile(bytes))
                .withConf(new PlainParquetConfiguration())
                .withType(type)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withRowGroupRowCountLimit(rowsOfGroup)
                .build()) {
            for (int i = 0; i < rows; i++) {
                Group group = new SimpleGroup(type);
                content.fill(i, group);
                writer.write(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
