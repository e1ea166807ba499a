package org.ocsf4j.testkit.lake;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.xerial.snappy.Snappy;

/** Reads objects with Parquet's own reader, checksums verified, and footers as they stand in the file. */
final class ObjectReader {

    private ObjectReader() {}

    static List<Group> rows(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Decompression())
                .usePageChecksumVerification()
                .build();
        List<Group> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(group, new GroupRecordConverter(schema));
                for (long i = 0; i < group.getRowCount(); i++) {
                    rows.add(records.read());
                }
            }
        }
        return rows;
    }

    static FileMetaData footer(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int length = footerBytes(bytes);
        return Util.readFileMetaData(new ByteArrayInputStream(bytes, bytes.length - 8 - length, length));
    }

    static int footerBytes(Path file) throws IOException {
        return footerBytes(Files.readAllBytes(file));
    }

    private static int footerBytes(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    }

    /** The header of the page at the very beginning. */
    static PageHeader firstPage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Util.readPageHeader(new ByteArrayInputStream(bytes, 4, bytes.length - 4));
    }

    /** Every value at a dotted path, through groups and the elements of lists, as text. */
    static List<String> values(Group row, String path) {
        List<String> values = new ArrayList<>();
        collect(row, path, values);
        return values;
    }

    private static void collect(Group group, String path, List<String> values) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        GroupType type = group.getType();
        if (!type.containsField(name)) {
            return;
        }
        int field = type.getFieldIndex(name);
        for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
            if (type.getType(field).isPrimitive()) {
                values.add(group.getValueToString(field, i));
            } else {
                Group inner = group.getGroup(field, i);
                boolean list = inner.getType().containsField("array");
                String rest = dot < 0 ? "" : path.substring(dot + 1);
                String elements = rest.isEmpty() ? "array" : "array." + rest;
                collect(inner, list ? elements : rest, values);
            }
        }
    }

    private static final class Decompression implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            return new BytesInputDecompressor() {
                @Override
                public BytesInput decompress(BytesInput bytes, int size) throws IOException {
                    byte[] page = bytes.toInputStream().readAllBytes();
                    return BytesInput.from(decompressed(codec, page, size));
                }

                @Override
                public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int outSize) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void release() {}
            };
        }

        private static byte[] decompressed(CompressionCodecName codec, byte[] page, int size) {
            try {
                return switch (codec) {
                    case GZIP -> new GZIPInputStream(new ByteArrayInputStream(page)).readAllBytes();
                    case ZSTD -> Zstd.decompress(page, size);
                    case SNAPPY -> Snappy.uncompress(page);
                    default -> page;
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void release() {}
    }
}
