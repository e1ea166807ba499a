package org.ocsf4j.parquet.internal.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;

/**
 * Finds a file's footer.
 *
 * <pre>
 * file = "PAR1" pages… footer footerLength:4 "PAR1"        (little-endian; "PARE" where the footer is encrypted)
 * </pre>
 */
public final class FooterReader {

    private static final int TAIL_BYTES = 64 << 10;
    private static final int TRAILER_BYTES = 8;
    private static final int HEAD_BYTES = 4;
    static final String ENCRYPTED =
            "the file is encrypted (Parquet modular encryption); store it without, or decrypt it first";

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED_MAGIC = "PARE".getBytes(StandardCharsets.US_ASCII);

    private FooterReader() {}

    /**
     * Reads and checks the footer with one read of the file's tail, two where the footer is long.
     *
     * @param withStatistics whether column chunks keep their statistics
     */
    public static FileMetadata read(
            ObjectContent content, ParquetPlace place, PageLimits limits, boolean withStatistics) {
        try {
            return parse(content, limits, withStatistics);
        } catch (UnsupportedFileException e) {
            throw new ParquetUnsupportedException(place, String.valueOf(e.getMessage()), e);
        } catch (MalformedException e) {
            throw new ParquetFormatException(e.in(place), String.valueOf(e.getMessage()), e);
        } catch (ThriftReader.TruncatedException e) {
            throw new ParquetFormatException(place, String.valueOf(e.getMessage()), e);
        }
    }

    private static FileMetadata parse(ObjectContent content, PageLimits limits, boolean withStatistics) {
        long size = content.sizeBytes();
        if (size < HEAD_BYTES + TRAILER_BYTES) {
            throw new MalformedException("the object is too short to be a Parquet file; " + size + " bytes");
        }
        int tailLength = (int) Math.min(size, TAIL_BYTES);
        byte[] tail = new byte[tailLength];
        content.readFully(size - tailLength, tail, 0, tailLength);
        if (endsWith(tail, ENCRYPTED_MAGIC)) {
            throw new UnsupportedFileException(ENCRYPTED);
        }
        if (!endsWith(tail, MAGIC)) {
            throw new MalformedException("the object does not end with PAR1; truncated, or not a Parquet file");
        }
        int at = tailLength - TRAILER_BYTES;
        long footerLength = ByteOrderAccess.int32(tail, at) & 0xFFFFFFFFL;
        long footerStart = size - TRAILER_BYTES - footerLength;
        if (footerLength > limits.footerBytes()) {
            throw new MalformedException("the footer is over the limit; " + footerLength + " bytes, limit "
                    + limits.footerBytes() + "; raise maxFooterBytes if the file is sound");
        }
        if (footerStart < HEAD_BYTES) {
            throw new MalformedException(
                    "the footer is longer than the file; " + footerLength + " of " + size + " bytes");
        }
        int length = (int) footerLength;
        if (length <= at) {
            return new FooterParser(tail, at - length, at, footerStart, limits, withStatistics).parse();
        }
        byte[] footer = new byte[length];
        content.readFully(footerStart, footer, 0, length);
        return new FooterParser(footer, 0, length, footerStart, limits, withStatistics).parse();
    }

    private static boolean endsWith(byte[] bytes, byte[] magic) {
        int from = bytes.length - magic.length;
        return Arrays.equals(bytes, from, bytes.length, magic, 0, magic.length);
    }
}
