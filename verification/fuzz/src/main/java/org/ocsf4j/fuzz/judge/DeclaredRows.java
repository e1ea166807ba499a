package org.ocsf4j.fuzz.judge;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.fuzz.file.FileImage;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TField;
import shaded.parquet.org.apache.thrift.protocol.TProtocol;
import shaded.parquet.org.apache.thrift.protocol.TProtocolUtil;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * The rows that a footer declares, read field by field and by nobody who decodes; whatever else is in the footer is stepped
 * over, so that a reader may be lenient about it.
 *
 * <pre>
 * FileMetaData: 3 num_rows, 4 list of RowGroup; RowGroup: 3 num_rows
 * </pre>
 */
final class DeclaredRows {

    private static final short NUM_ROWS = 3;
    private static final short ROW_GROUPS = 4;

    /** Types of fields as Thrift numbers them. */
    private static final byte STOP = 0;

    private static final byte I64 = 10;
    private static final byte LIST = 15;

    private final TProtocol footer;
    private @Nullable Long fileRows;
    private long groupRows;

    private DeclaredRows(TProtocol footer) {
        this.footer = footer;
    }

    /**
     * The rows of the file, or null where its footer declares none or its sums do not add up. Where the footer breaks off behind
     * the number, the number counts.
     */
    static @Nullable Long of(byte[] file) {
        int trailer = file.length - FileImage.TRAILER_BYTES;
        if (trailer < 0) {
            return null;
        }
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(trailer);
        if (length < 0 || length > trailer) {
            return null;
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(file, trailer - length, length);
        try {
            DeclaredRows declared = new DeclaredRows(new TCompactProtocol(new TIOStreamTransport(bytes)));
            return declared.rows();
        } catch (TException malformed) {
            return null;
        }
    }

    private @Nullable Long rows() {
        try {
            readFile();
        } catch (TException | RuntimeException breaksOff) {
            return fileRows;
        }
        return fileRows != null && fileRows == groupRows ? fileRows : null;
    }

    private void readFile() throws TException {
        footer.readStructBegin();
        for (TField field = footer.readFieldBegin(); field.type != STOP; field = footer.readFieldBegin()) {
            if (field.id == NUM_ROWS && field.type == I64) {
                fileRows = footer.readI64();
            } else if (field.id == ROW_GROUPS && field.type == LIST) {
                readRowGroups();
            } else {
                TProtocolUtil.skip(footer, field.type);
            }
            footer.readFieldEnd();
        }
    }

    private void readRowGroups() throws TException {
        groupRows = 0;
        for (int groups = footer.readListBegin().size; groups > 0; groups--) {
            groupRows += readRowGroup();
        }
    }

    private long readRowGroup() throws TException {
        long rows = 0;
        footer.readStructBegin();
        for (TField field = footer.readFieldBegin(); field.type != STOP; field = footer.readFieldBegin()) {
            if (field.id == NUM_ROWS && field.type == I64) {
                rows = footer.readI64();
            } else {
                TProtocolUtil.skip(footer, field.type);
            }
            footer.readFieldEnd();
        }
        footer.readStructEnd();
        return rows;
    }
}
