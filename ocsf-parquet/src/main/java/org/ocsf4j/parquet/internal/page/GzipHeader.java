package org.ocsf4j.parquet.internal.page;

/** The header of a gzip member, RFC 1952 section 2.3. */
final class GzipHeader {

    /** CRC32 and size behind the deflated data. */
    static final int TRAILER_BYTES = 8;

    private static final int FIXED_BYTES = 10;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private GzipHeader() {}

    /** The position behind the header that starts at {@code start}. */
    static int skip(byte[] bytes, int start, int end) {
        int position = start + FIXED_BYTES;
        if (position > end || bytes[start] != 0x1F || bytes[start + 1] != (byte) 0x8B || bytes[start + 2] != 8) {
            throw new MalformedException("a page is not gzip");
        }
        int flags = bytes[start + 3];
        if ((flags & EXTRA) != 0) {
            require(position + 2 <= end);
            position += 2 + (ByteOrderAccess.int16(bytes, position) & 0xFFFF);
        }
        if ((flags & NAME) != 0) {
            position = behindZero(bytes, position, end);
        }
        if ((flags & COMMENT) != 0) {
            position = behindZero(bytes, position, end);
        }
        if ((flags & HEADER_CRC) != 0) {
            position += 2;
        }
        require(position <= end);
        return position;
    }

    private static int behindZero(byte[] bytes, int start, int end) {
        int position = start;
        while (position < end && bytes[position] != 0) {
            position++;
        }
        require(position < end);
        return position + 1;
    }

    private static void require(boolean inside) {
        if (!inside) {
            throw new MalformedException("a gzip header ends early");
        }
    }
}
