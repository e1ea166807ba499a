package org.ocsf4j.fuzz.judge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.fuzz.file.FileImage;

/** The rows that a footer declares, read with the format's own classes and by nobody who decodes. */
final class DeclaredRows {

    private DeclaredRows() {}

    /** The rows of the file, or null where its footer is malformed or its sums do not add up. */
    static @Nullable Long of(byte[] file) {
        try {
            int trailer = file.length - FileImage.TRAILER_BYTES;
            int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(trailer);
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, trailer - length, length));
            long sum = 0;
            if (footer.getRow_groups() != null) {
                for (RowGroup group : footer.getRow_groups()) {
                    sum += group.getNum_rows();
                }
            }
            return sum == footer.getNum_rows() ? sum : null;
        } catch (IOException | RuntimeException malformed) {
            return null;
        }
    }
}
