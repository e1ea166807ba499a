package org.ocsf4j.parquet.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * Reads the end of a file.
 *
 * <pre>
 * ... footer (Thrift compact protocol), its length (4 bytes little-endian), "PAR1"
 * </pre>
 *
 * <p>One ranged read of 64 KiB serves most footers, a second one the rest.
 */
public final class FooterReader {

    private static final int TAIL_GUESS_BYTES = 64 << 10;
    private static final int MAGIC_BYTES = 4;
    private static final int TRAILER_BYTES = Integer.BYTES + MAGIC_BYTES;
    private static final int MAGIC = 0x50415231; // PAR1
    private static final int ENCRYPTED_MAGIC = 0x50415245; // PARE
    private static final int MAX_THRIFT_NESTING = 64;

    private final ParquetOptions limits;
    private final ParquetReadOptions readOptions;

    public FooterReader(ParquetOptions limits, ParquetReadOptions readOptions) {
        this.limits = limits;
        this.readOptions = readOptions;
    }

    /**
     * Reads, checks and converts the footer.
     *
     * @throws ParquetFormatException where the bytes are no footer, or one that does not fit the file
     * @throws ParquetUnsupportedException where the file is encrypted or lies in several objects
     */
    public Footer read(ObjectContent content) {
        ParquetPlace place = LocalContent.placeOf(content);
        try {
            byte[] bytes = footerBytes(content, place);
            FileMetaData thrift = parse(bytes);
            long dataEnd = content.sizeBytes() - TRAILER_BYTES - bytes.length;
            new FooterChecks(limits, place, dataEnd).check(thrift);
            return footer(thrift);
        } catch (OcsfException e) {
            throw e;
        } catch (TException | IOException | RuntimeException | StackOverflowError e) {
            throw new ParquetFormatException(place, "the footer is malformed; " + e, e);
        }
    }

    private byte[] footerBytes(ObjectContent content, ParquetPlace place) {
        long size = content.sizeBytes();
        if (size < MAGIC_BYTES + TRAILER_BYTES) {
            throw new ParquetFormatException(place, "not a Parquet file: too short; " + size + " bytes");
        }
        byte[] tail = new byte[(int) Math.min(size, TAIL_GUESS_BYTES)];
        content.readFully(size - tail.length, tail, 0, tail.length);
        int magic = bigEndian(tail, tail.length - MAGIC_BYTES);
        if (magic == ENCRYPTED_MAGIC) {
            throw encrypted(place);
        }
        if (magic != MAGIC) {
            throw new ParquetFormatException(
                    place,
                    "not a Parquet file, or truncated: it does not end in PAR1; 0x" + Integer.toHexString(magic));
        }
        long length = Integer.toUnsignedLong(Integer.reverseBytes(bigEndian(tail, tail.length - TRAILER_BYTES)));
        if (length > limits.maxFooterBytes()) {
            throw new ParquetFormatException(
                    place,
                    "the footer is longer than the limit; " + length + " bytes, limit " + limits.maxFooterBytes()
                            + "; raise maxFooterBytes if the file is sound");
        }
        if (length == 0 || length > size - MAGIC_BYTES - TRAILER_BYTES) {
            throw new ParquetFormatException(
                    place, "the footer does not fit the file; " + length + " bytes of " + size);
        }
        byte[] footer = new byte[(int) length];
        int inTail = Math.min(footer.length, tail.length - TRAILER_BYTES);
        int before = footer.length - inTail;
        System.arraycopy(tail, tail.length - TRAILER_BYTES - inTail, footer, before, inTail);
        if (before > 0) {
            content.readFully(size - TRAILER_BYTES - footer.length, footer, 0, before);
        }
        return footer;
    }

    static ParquetUnsupportedException encrypted(ParquetPlace place) {
        return new ParquetUnsupportedException(
                place, "the file is encrypted (Parquet modular encryption); store it without, or decrypt it first");
    }

    private static FileMetaData parse(byte[] footer) throws TException {
        // the message size bounds what a list may claim to hold before it is allocated
        TConfiguration bounds = new TConfiguration(footer.length, footer.length, MAX_THRIFT_NESTING);
        FileMetaData metadata = new FileMetaData();
        metadata.read(new TCompactProtocol(
                new TIOStreamTransport(bounds, new ByteArrayInputStream(footer)), footer.length, footer.length));
        return metadata;
    }

    private Footer footer(FileMetaData thrift) throws IOException {
        List<Footer.RowGroupRows> rowGroups = new ArrayList<>();
        List<RowGroup> withRows = new ArrayList<>();
        boolean hasColumns = thrift.getSchemaSize() > 1;
        long firstRow = 0;
        int ordinal = 0;
        for (RowGroup group : rowGroups(thrift)) {
            if (group.getNum_rows() > 0) {
                rowGroups.add(new Footer.RowGroupRows(ordinal, firstRow, group.getNum_rows()));
                firstRow += group.getNum_rows();
                if (hasColumns) {
                    withRows.add(group);
                }
            }
            ordinal++;
        }
        thrift.setRow_groups(withRows);
        ParquetMetadata metadata = new ParquetMetadataConverter(readOptions).fromParquetMetadata(thrift);
        return new Footer(metadata, rowGroups, firstRow);
    }

    /** The row groups; none where the footer leaves them out. */
    static List<RowGroup> rowGroups(FileMetaData footer) {
        @Nullable List<RowGroup> groups = footer.getRow_groups();
        return groups == null ? List.of() : groups;
    }

    private static int bigEndian(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }
}
