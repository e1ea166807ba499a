package org.ocsf4j.parquet;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** A sound file with another footer. */
final class ForgedFile {

    private static final int TRAILER_BYTES = 8;

    private ForgedFile() {}

    static byte[] withFooter(byte[] parquet, Consumer<FileMetaData> change) {
        int length = ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).getInt(parquet.length - TRAILER_BYTES);
        int start = parquet.length - TRAILER_BYTES - length;
        try {
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(parquet, start, length));
            change.accept(footer);
            ByteArrayOutputStream forged = new ByteArrayOutputStream();
            forged.write(parquet, 0, start);
            Util.writeFileMetaData(footer, forged);
            int written = forged.size() - start;
            forged.write(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(written)
                    .array());
            forged.write(parquet, parquet.length - Integer.BYTES, Integer.BYTES);
            return forged.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ColumnMetaData chunk(FileMetaData footer, int rowGroup, int column) {
        return requireNonNull(requireNonNull(
                        requireNonNull(footer.getRow_groups()).get(rowGroup).getColumns())
                .get(column)
                .getMeta_data());
    }
}
