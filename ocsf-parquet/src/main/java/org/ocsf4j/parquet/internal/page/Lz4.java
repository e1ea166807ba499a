package org.ocsf4j.parquet.internal.page;

/**
 * LZ4 blocks, and the frames that Hadoop put around them under the codec's deprecated name.
 *
 * <pre>
 * sequence = literals:4 match:4 [more literals] literals offset:2 [more match]      match lengths start at 4
 * hadoop   = uncompressed:4 compressed:4 block, again and again                       big-endian
 * </pre>
 */
final class Lz4 {

    private static final int MIN_MATCH = 4;
    private static final int FRAME_HEADER_BYTES = 8;

    private Lz4() {}

    /** The deprecated LZ4 codec: Hadoop's frames where they fit, else one bare block. */
    static int framedOrRaw(byte[] from, int start, int length, byte[] to, int toStart, int toLength) {
        if (isFramed(from, start, length, toLength)) {
            return framed(from, start, length, to, toStart);
        }
        return block(from, start, start + length, to, toStart, toStart + toLength);
    }

    private static boolean isFramed(byte[] from, int start, int length, int toLength) {
        int position = start;
        int end = start + length;
        long total = 0;
        while (position < end) {
            if (end - position < FRAME_HEADER_BYTES) {
                return false;
            }
            int uncompressed = Integer.reverseBytes(ByteOrderAccess.int32(from, position));
            int compressed = Integer.reverseBytes(ByteOrderAccess.int32(from, position + 4));
            if (uncompressed < 0 || compressed < 0 || compressed > end - position - FRAME_HEADER_BYTES) {
                return false;
            }
            total += uncompressed;
            position += FRAME_HEADER_BYTES + compressed;
        }
        return total == toLength;
    }

    private static int framed(byte[] from, int start, int length, byte[] to, int toStart) {
        int position = start;
        int at = toStart;
        while (position < start + length) {
            int uncompressed = Integer.reverseBytes(ByteOrderAccess.int32(from, position));
            int compressed = Integer.reverseBytes(ByteOrderAccess.int32(from, position + 4));
            position += FRAME_HEADER_BYTES;
            if (block(from, position, position + compressed, to, at, at + uncompressed) != uncompressed) {
                throw new MalformedException("an LZ4 frame is shorter than it says");
            }
            position += compressed;
            at += uncompressed;
        }
        return at - toStart;
    }

    /** Decompresses one block and returns how many bytes it held. */
    static int block(byte[] from, int start, int end, byte[] to, int toStart, int toEnd) {
        int in = start;
        int out = toStart;
        while (in < end) {
            int token = from[in++] & 0xFF;
            int literals = token >>> 4;
            if (literals == 15) {
                int more;
                do {
                    require(in < end && literals <= end - start);
                    more = from[in++] & 0xFF;
                    literals += more;
                } while (more == 255);
            }
            require(literals <= end - in && literals <= toEnd - out);
            System.arraycopy(from, in, to, out, literals);
            in += literals;
            out += literals;
            if (in == end) {
                return out - toStart; // the last sequence has no match
            }
            require(end - in >= 2);
            int distance = ByteOrderAccess.int16(from, in) & 0xFFFF;
            in += 2;
            int match = token & 0x0F;
            if (match == 15) {
                int more;
                do {
                    require(in < end && match <= toEnd - toStart);
                    more = from[in++] & 0xFF;
                    match += more;
                } while (more == 255);
            }
            match += MIN_MATCH;
            require(distance > 0 && distance <= out - toStart && match <= toEnd - out);
            copyMatch(to, out, distance, match);
            out += match;
        }
        return out - toStart;
    }

    private static void copyMatch(byte[] to, int out, int distance, int length) {
        if (distance >= length) {
            System.arraycopy(to, out - distance, to, out, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            to[out + i] = to[out + i - distance];
        }
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw new MalformedException("a page is not valid LZ4");
        }
    }
}
