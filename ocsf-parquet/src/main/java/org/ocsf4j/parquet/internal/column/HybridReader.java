package org.ocsf4j.parquet.internal.column;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;

import java.util.Arrays;
import org.ocsf4j.parquet.internal.page.MalformedException;

/**
 * The hybrid of run lengths and bit packing that levels, dictionary indices and booleans are written in.
 *
 * <pre>
 * runs         = run…
 * run length   = varint(count &lt;&lt; 1)        value: ceil(width / 8) bytes, little-endian
 * bit packed   = varint(groups &lt;&lt; 1 | 1)   groups of 8 values, least significant bit first
 * </pre>
 *
 * <p>Reads eight bytes wherever one may be read; see {@link org.ocsf4j.parquet.internal.page.Page#PADDING}.
 */
final class HybridReader {

    private static final int MAX_WIDTH = 32;

    private byte[] bytes = new byte[0];
    private int position;
    private int end;
    private int width;
    private int mask;

    /** Values left in the run that is being read. */
    private int runLeft;

    private boolean packed;

    /** The value of a run length. */
    private int value;

    /** Where the next packed value is, counted in bits from the array's start. */
    private long bit;

    void init(byte[] source, int start, int limit, int bitWidth) {
        if (bitWidth < 0 || bitWidth > MAX_WIDTH) {
            throw new MalformedException("a bit width is outside 0..32; " + bitWidth);
        }
        bytes = source;
        position = start;
        end = limit;
        width = bitWidth;
        mask = bitWidth == MAX_WIDTH ? -1 : (1 << bitWidth) - 1;
        packed = false;
        value = 0;
        runLeft = bitWidth == 0 ? Integer.MAX_VALUE : 0;
    }

    /** The value of the next {@code count} values if one run length holds them all, else -1; takes none. */
    int peekUniform(int count) {
        if (runLeft == 0) {
            nextRun();
        }
        return packed || runLeft < count || value < 0 ? -1 : value;
    }

    /** Takes what {@link #peekUniform} saw. */
    void skipUniform(int count) {
        take(count);
    }

    /** Reads levels, none of which may be above {@code max}. */
    void readLevels(byte[] to, int at, int count, int max) {
        int left = count;
        int out = at;
        while (left > 0) {
            if (runLeft == 0) {
                nextRun();
            }
            int taken = Math.min(left, runLeft);
            if (packed) {
                unpackLevels(to, out, taken);
            } else {
                Arrays.fill(to, out, out + taken, (byte) value);
            }
            take(taken);
            checkLevels(to, out, taken, max);
            out += taken;
            left -= taken;
        }
    }

    private void unpackLevels(byte[] to, int at, int count) {
        int perWord = 56 / width;
        long next = bit;
        int out = at;
        int last = at + count;
        while (out < last) {
            long word = int64(bytes, (int) (next >>> 3)) >>> (next & 7);
            int stop = Math.min(last, out + perWord);
            next += (long) (stop - out) * width;
            while (out < stop) {
                to[out++] = (byte) (word & mask);
                word >>>= width;
            }
        }
    }

    private void checkLevels(byte[] levels, int at, int count, int max) {
        if (max == mask) {
            return;
        }
        for (int i = at; i < at + count; i++) {
            if ((levels[i] & 0xFF) > max) {
                throw new MalformedException("a level is outside 0.." + max + "; " + (levels[i] & 0xFF));
            }
        }
    }

    /** Reads unsigned values into {@code to}; one of 32 bits that is above the largest int comes out negative. */
    void read(int[] to, int at, int count) {
        int left = count;
        int out = at;
        while (left > 0) {
            if (runLeft == 0) {
                nextRun();
            }
            int taken = Math.min(left, runLeft);
            if (packed) {
                long next = bit;
                for (int i = out; i < out + taken; i++) {
                    to[i] = (int) (int64(bytes, (int) (next >>> 3)) >>> (next & 7)) & mask;
                    next += width;
                }
            } else {
                Arrays.fill(to, out, out + taken, value);
            }
            take(taken);
            out += taken;
            left -= taken;
        }
    }

    /**
     * Reads dictionary indices and looks each up.
     *
     * @param entries an offset in the upper, a length in the lower half
     */
    void lookUp(long[] entries, int size, int[] offsets, int[] lengths, int at, int count) {
        int left = count;
        int out = at;
        while (left > 0) {
            if (runLeft == 0) {
                nextRun();
            }
            int taken = Math.min(left, runLeft);
            if (packed) {
                lookUpPacked(entries, size, offsets, lengths, out, taken);
            } else {
                long entry = entries[checkIndex(value, size)];
                Arrays.fill(offsets, out, out + taken, (int) (entry >>> 32));
                Arrays.fill(lengths, out, out + taken, (int) entry);
            }
            take(taken);
            out += taken;
            left -= taken;
        }
    }

    private void lookUpPacked(long[] entries, int size, int[] offsets, int[] lengths, int at, int count) {
        byte[] from = bytes;
        int step = width;
        int keep = mask;
        long next = bit;
        for (int i = at; i < at + count; i++) {
            int index = (int) (int64(from, (int) (next >>> 3)) >>> (next & 7)) & keep;
            next += step;
            if (index >= size || index < 0) {
                throw outside(index, size);
            }
            long entry = entries[index];
            offsets[i] = (int) (entry >>> 32);
            lengths[i] = (int) entry;
        }
    }

    static int checkIndex(int index, int size) {
        if (index < 0 || index >= size) {
            throw outside(index, size);
        }
        return index;
    }

    private static MalformedException outside(int index, int size) {
        return new MalformedException(
                "dictionary index " + Integer.toUnsignedString(index) + " is outside 0.." + (size - 1));
    }

    private void take(int count) {
        if (packed) {
            bit += (long) count * width;
        }
        if (width != 0) {
            runLeft -= count;
        }
    }

    private void nextRun() {
        while (runLeft == 0) {
            int header = varint();
            packed = (header & 1) != 0;
            int count = header >>> 1;
            if (packed) {
                beginPacked(count);
            } else {
                value = runValue();
                runLeft = count;
            }
        }
    }

    private void beginPacked(int groups) {
        // The last group may be cut short: what is there is what counts.
        long wanted = (long) groups * width;
        int there = (int) Math.min(wanted, end - position);
        bit = (long) position << 3;
        runLeft = (int) Math.min((long) groups << 3, ((long) there << 3) / width);
        position += there;
    }

    private int runValue() {
        int size = (width + 7) >>> 3;
        if (size > end - position) {
            throw endsEarly();
        }
        int read = 0;
        for (int i = 0; i < size; i++) {
            read |= (bytes[position++] & 0xFF) << (i << 3);
        }
        if ((read & ~mask) != 0) {
            throw new MalformedException("a run's value does not fit its bit width; " + read + ", " + width + " bits");
        }
        return read;
    }

    private int varint() {
        int read = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (position >= end) {
                throw endsEarly();
            }
            int next = bytes[position++];
            read |= (next & 0x7F) << shift;
            if (next >= 0) {
                return read;
            }
        }
        throw new MalformedException("the header of a run is longer than five bytes");
    }

    private static MalformedException endsEarly() {
        return new MalformedException("levels or dictionary indices end before their page's value count");
    }
}
