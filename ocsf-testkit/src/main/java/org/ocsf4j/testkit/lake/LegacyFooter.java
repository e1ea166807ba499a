package org.ocsf4j.testkit.lake;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * Rewrites a file's footer into the one that Security Lake's writer leaves: parquet-mr 1.10 in {@code created_by}, annotations as
 * converted types only, no page index.
 *
 * <p>Layout, <a href="https://parquet.apache.org/docs/file-format/">Parquet file format</a>:
 *
 * <pre>{@code
 * PAR1 | column chunks | [page index] | FileMetaData | its length, 4 bytes little endian | PAR1
 * }</pre>
 */
final class LegacyFooter {

    /** Literally what Security Lake's objects say: their build never replaced the placeholder. */
    static final String CREATED_BY = "parquet-mr version 1.10.0 (build ${buildNumber})";

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TRAILER_BYTES = Integer.BYTES + MAGIC.length;

    private LegacyFooter() {}

    static void rewrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileMetaData footer = read(channel);
            footer.setCreated_by(CREATED_BY);
            for (SchemaElement element : requireNonNull(footer.getSchema())) {
                element.unsetLogicalType();
            }
            long end = MAGIC.length;
            for (RowGroup group : requireNonNull(footer.getRow_groups())) {
                for (ColumnChunk chunk : requireNonNull(group.getColumns())) {
                    forgetPageIndex(chunk);
                    end = Math.max(end, endOf(chunk));
                }
            }
            channel.truncate(end);
            channel.position(end);
            write(channel, footer);
        }
    }

    private static void forgetPageIndex(ColumnChunk chunk) {
        chunk.unsetColumn_index_offset();
        chunk.unsetColumn_index_length();
        chunk.unsetOffset_index_offset();
        chunk.unsetOffset_index_length();
    }

    private static long endOf(ColumnChunk chunk) {
        ColumnMetaData column = requireNonNull(chunk.getMeta_data());
        long first = column.getData_page_offset();
        if (column.isSetDictionary_page_offset()) {
            first = Math.min(first, column.getDictionary_page_offset());
        }
        return first + column.getTotal_compressed_size();
    }

    private static FileMetaData read(FileChannel channel) throws IOException {
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        readFully(channel, trailer, channel.size() - TRAILER_BYTES);
        ByteBuffer footer = ByteBuffer.allocate(trailer.getInt(0));
        readFully(channel, footer, channel.size() - TRAILER_BYTES - footer.capacity());
        return Util.readFileMetaData(new ByteArrayInputStream(footer.array()));
    }

    private static void readFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("file ended while its footer was read; position " + position);
            }
        }
    }

    private static void write(FileChannel channel, FileMetaData footer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, out);
        int length = out.size();
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        out.write(MAGIC);
        ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
