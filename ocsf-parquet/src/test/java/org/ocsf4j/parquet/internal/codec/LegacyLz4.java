package org.ocsf4j.parquet.internal.codec;

import java.io.IOException;

/**
 * The deprecated codec LZ4, under whose name three layouts are found:
 *
 * <pre>
 * Hadoop:  (size of block, 4 bytes big-endian; (size of stored part, 4 bytes big-endian; part)+)+
 * frame:   04 22 4D 18, flags, block maximum, [content size, 8], [dictionary id, 4], header checksum,
 *          (size of stored part, 4 bytes little-endian, its high bit set where the part is not compressed;
 *          part; [checksum, 4])*, 0, [checksum, 4]
 * block:   one LZ4 block
 * </pre>
 *
 * <p>The first whose sizes add up is taken. LZ4 frame format 1.6.3; frames of dependent blocks are refused.
 */
final class LegacyLz4 {

    private static final int FRAME_MAGIC = 0x184D2204;
    private static final int WORD = Integer.BYTES;

    private LegacyLz4() {}

    static void decompress(byte[] stored, int offset, int length, byte[] page) throws IOException {
        if (length >= WORD && littleEndian(stored, offset) == FRAME_MAGIC) {
            frame(stored, offset, length, page);
        } else if (!hadoop(stored, offset, length, page)) {
            Decompressors.lz4Raw(stored, offset, length, page);
        }
    }

    private static boolean hadoop(byte[] stored, int offset, int length, byte[] page) throws IOException {
        int from = offset;
        int end = offset + length;
        int to = 0;
        while (end - from > WORD) {
            int block = bigEndian(stored, from);
            from += WORD;
            if (block < 0 || block > page.length - to) {
                return false;
            }
            int blockEnd = to + block;
            while (to < blockEnd) {
                if (end - from < WORD) {
                    return false;
                }
                int part = bigEndian(stored, from);
                from += WORD;
                if (part < 0 || part > end - from) {
                    return false;
                }
                try {
                    to += Decompressors.lz4Block(stored, from, part, page, to, blockEnd - to);
                } catch (IOException notThisLayout) {
                    return false;
                }
                from += part;
                if (part == 0) {
                    return false;
                }
            }
        }
        return from == end && to == page.length;
    }

    private static void frame(byte[] stored, int offset, int length, byte[] page) throws IOException {
        int end = offset + length;
        int from = offset + WORD;
        require(end - from >= 3);
        int flags = stored[from];
        boolean independent = (flags & 0x20) != 0;
        int blockChecksum = (flags & 0x10) != 0 ? WORD : 0;
        int contentSize = (flags & 0x08) != 0 ? Long.BYTES : 0;
        int dictionaryId = (flags & 0x01) != 0 ? WORD : 0;
        from += 2 + contentSize + dictionaryId + 1;
        int to = 0;
        for (int blocks = 0; ; blocks++) {
            require(end - from >= WORD);
            int word = littleEndian(stored, from);
            from += WORD;
            if (word == 0) {
                break;
            }
            require(independent || blocks == 0);
            int part = word & Integer.MAX_VALUE;
            require(part <= end - from - blockChecksum);
            if (word < 0) {
                require(part <= page.length - to);
                System.arraycopy(stored, from, page, to, part);
                to += part;
            } else {
                to += Decompressors.lz4Block(stored, from, part, page, to, page.length - to);
            }
            from += part + blockChecksum;
        }
        Decompressors.requireSize(to, page.length);
    }

    private static void require(boolean sound) throws IOException {
        if (!sound) {
            throw new IOException("the lz4 frame is malformed or its blocks depend on each other");
        }
    }

    private static int bigEndian(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }

    private static int littleEndian(byte[] bytes, int at) {
        return Integer.reverseBytes(bigEndian(bytes, at));
    }
}
