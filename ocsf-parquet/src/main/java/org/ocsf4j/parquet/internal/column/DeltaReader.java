package org.ocsf4j.parquet.internal.column;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;

import org.ocsf4j.parquet.internal.page.MalformedException;

/**
 * DELTA_BINARY_PACKED.
 *
 * <pre>
 * stream = blockSize miniblocks count firstValue(zigzag) block…                  varints
 * block  = minDelta(zigzag) width: one byte for each miniblock, packed deltas…
 * </pre>
 *
 * <p>A miniblock's data is whole even where its last values are not used; miniblocks that hold none have no data.
 */
final class DeltaReader {

    private static final int MAX_BLOCK_VALUES = 1 << 20;

    private byte[] bytes = new byte[0];
    private int position;
    private int end;

    private int miniblocks;
    private int miniblockValues;

    /** Values that have not been read, the first one included. */
    private int left;

    private boolean atFirst;
    private long last;

    private long minDelta;
    private int widths;
    private int miniblock;
    private int miniblockLeft;
    private int width;
    private long bit;

    void init(byte[] source, int start, int limit, int maxCount) {
        bytes = source;
        position = start;
        end = limit;
        long blockValues = varint();
        long perBlock = varint();
        long count = varint();
        last = zigzag(varint());
        if (blockValues <= 0
                || blockValues > MAX_BLOCK_VALUES
                || perBlock <= 0
                || perBlock > blockValues
                || blockValues % perBlock != 0
                || blockValues / perBlock % 8 != 0) {
            throw new MalformedException("a delta block has an impossible layout; " + blockValues + " values in "
                    + perBlock + " miniblocks");
        }
        if (count < 0 || count > maxCount) {
            throw new MalformedException(
                    "a delta stream has more values than its page; " + count + ", page " + maxCount);
        }
        miniblocks = (int) perBlock;
        miniblockValues = (int) (blockValues / perBlock);
        left = (int) count;
        atFirst = true;
        miniblock = miniblocks;
        miniblockLeft = 0;
    }

    /** How many values have not been read. */
    int left() {
        return left;
    }

    void read(long[] to, int at, int count) {
        if (count > left) {
            throw new MalformedException("a delta stream ends before its page's value count; " + left + " left");
        }
        left -= count;
        int out = at;
        int stop = at + count;
        if (atFirst && count > 0) {
            to[out++] = last;
            atFirst = false;
        }
        while (out < stop) {
            if (miniblockLeft == 0) {
                nextMiniblock();
            }
            int taken = Math.min(miniblockLeft, stop - out);
            for (int i = 0; i < taken; i++) {
                last += minDelta + bits();
                to[out++] = last;
            }
            miniblockLeft -= taken;
        }
    }

    /** Passes over what is left and returns the position behind the stream. */
    static int skip(byte[] source, int start, int limit, int maxCount) {
        DeltaReader reader = new DeltaReader();
        reader.init(source, start, limit, maxCount);
        int deltas = reader.left - 1;
        while (deltas > 0) {
            reader.nextMiniblock();
            deltas -= reader.miniblockValues;
        }
        return reader.position;
    }

    private void nextMiniblock() {
        if (miniblock == miniblocks) {
            minDelta = zigzag(varint());
            widths = position;
            position += miniblocks;
            miniblock = 0;
        }
        if (position > end) {
            throw endsEarly();
        }
        width = bytes[widths + miniblock++] & 0xFF;
        if (width > Long.SIZE) {
            throw new MalformedException("a delta's bit width is above 64; " + width);
        }
        bit = (long) position << 3;
        long size = ((long) width * miniblockValues) >>> 3;
        if (size > end - position) {
            throw endsEarly();
        }
        position += (int) size;
        miniblockLeft = miniblockValues;
    }

    private long bits() {
        if (width == 0) {
            return 0;
        }
        int at = (int) (bit >>> 3);
        int shift = (int) (bit & 7);
        bit += width;
        long value = int64(bytes, at) >>> shift;
        if (shift + width > Long.SIZE) {
            value |= (long) bytes[at + 8] << (Long.SIZE - shift);
        }
        return width == Long.SIZE ? value : value & ((1L << width) - 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position >= end) {
                throw endsEarly();
            }
            int next = bytes[position++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedException("a delta stream has a varint of more than ten bytes");
    }

    private static long zigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private static MalformedException endsEarly() {
        return new MalformedException("a delta stream ends early");
    }
}
