package org.ocsf4j.parquet.internal.block;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.putInt64;

import org.ocsf4j.parquet.internal.column.TextColumn;

/**
 * Copies short texts to many places, without a branch where the lengths of a column allow it.
 *
 * <p>Where the slot is known to have enough text behind, whole words are written and the excess is overwritten later. Where it
 * is not, no byte too many may be written, because the next slot may already be there: the last word of a text overlaps the
 * one before.
 */
final class Copies {

    /** The most that is read or written behind a text. */
    static final int PAD = 64;

    private static final int CACHE_LINE = 64;

    private Copies() {}

    /** Brings what will be written into the cache, in order and so ahead of need: segments are written in strides. */
    static void touch(byte[] buffer, int from, int to) {
        for (int at = from; at < to; at += CACHE_LINE) {
            buffer[at] = 0;
        }
    }

    /** Copies exactly {@code length} bytes. */
    static void copy(byte[] text, int start, byte[] buffer, int at, int length) {
        if (length >= 16) {
            int last = length - 16;
            for (int k = 0; k < last; k += 16) {
                putInt64(buffer, at + k, int64(text, start + k));
                putInt64(buffer, at + k + 8, int64(text, start + k + 8));
            }
            putInt64(buffer, at + last, int64(text, start + last));
            putInt64(buffer, at + last + 8, int64(text, start + last + 8));
        } else if (length >= 8) {
            putInt64(buffer, at, int64(text, start));
            putInt64(buffer, at + length - 8, int64(text, start + length - 8));
        } else {
            for (int k = 0; k < length; k++) {
                buffer[at + k] = text[start + k];
            }
        }
    }

    /** Copies one text to every place. */
    static void same(byte[] buffer, int[] positions, int from, int to, byte[] text, int start, int length, int behind) {
        if (length <= 16 && behind >= 16) {
            sameIn16(buffer, positions, from, to, text, start, length);
        } else if (length <= 32 && behind >= 32) {
            sameIn32(buffer, positions, from, to, text, start, length);
        } else if (length < 8 || length > 64) {
            for (int i = from; i < to; i++) {
                System.arraycopy(text, start, buffer, positions[i], length);
                positions[i] += length;
            }
        } else if (length <= 16) {
            sameUpTo16(buffer, positions, from, to, text, start, length);
        } else if (length <= 32) {
            sameUpTo32(buffer, positions, from, to, text, start, length);
        } else {
            for (int i = from; i < to; i++) {
                int at = positions[i];
                copyUpTo64(text, start, buffer, at, length);
                positions[i] = at + length;
            }
        }
    }

    private static void sameIn16(byte[] buffer, int[] positions, int from, int to, byte[] text, int start, int length) {
        long first = int64(text, start);
        long second = int64(text, start + 8);
        for (int i = from; i < to; i++) {
            int at = positions[i];
            putInt64(buffer, at, first);
            putInt64(buffer, at + 8, second);
            positions[i] = at + length;
        }
    }

    private static void sameIn32(byte[] buffer, int[] positions, int from, int to, byte[] text, int start, int length) {
        long first = int64(text, start);
        long second = int64(text, start + 8);
        long third = int64(text, start + 16);
        long fourth = int64(text, start + 24);
        for (int i = from; i < to; i++) {
            int at = positions[i];
            putInt64(buffer, at, first);
            putInt64(buffer, at + 8, second);
            putInt64(buffer, at + 16, third);
            putInt64(buffer, at + 24, fourth);
            positions[i] = at + length;
        }
    }

    private static void sameUpTo16(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int start, int length) {
        long first = int64(text, start);
        long last = int64(text, start + length - 8);
        for (int i = from; i < to; i++) {
            int at = positions[i];
            putInt64(buffer, at, first);
            putInt64(buffer, at + length - 8, last);
            positions[i] = at + length;
        }
    }

    private static void sameUpTo32(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int start, int length) {
        long first = int64(text, start);
        long second = int64(text, start + 8);
        long third = int64(text, start + length - 16);
        long fourth = int64(text, start + length - 8);
        for (int i = from; i < to; i++) {
            int at = positions[i];
            int end = at + length;
            putInt64(buffer, at, first);
            putInt64(buffer, at + 8, second);
            putInt64(buffer, end - 16, third);
            putInt64(buffer, end - 8, fourth);
            positions[i] = end;
        }
    }

    /** Copies a column's values, each to its place, without the {@code skipped} bytes in front of each. */
    static void each(byte[] buffer, int[] positions, int from, int to, TextColumn column, int skipped, int behind) {
        byte[] text = column.text;
        int[] offsets = column.offsets;
        int[] lengths = column.lengths;
        int shortest = column.shortest() - skipped;
        int longest = column.longest() - skipped;
        if (longest <= 16 && behind >= 16) {
            eachIn16(buffer, positions, from, to, text, offsets, lengths, skipped);
        } else if (longest <= 32 && behind >= 32) {
            eachIn32(buffer, positions, from, to, text, offsets, lengths, skipped);
        } else if (longest <= 64 && behind >= 64) {
            eachIn64(buffer, positions, from, to, text, offsets, lengths, skipped);
        } else if (shortest >= 8 && longest <= 16) {
            eachUpTo16(buffer, positions, from, to, text, offsets, lengths, skipped);
        } else if (shortest >= 16 && longest <= 32) {
            eachUpTo32(buffer, positions, from, to, text, offsets, lengths, skipped);
        } else if (shortest >= 8 && longest <= 32) {
            eachOf8To32(buffer, positions, from, to, text, offsets, lengths, skipped);
        } else if (shortest >= 32 && longest <= 64) {
            eachUpTo64(buffer, positions, from, to, text, offsets, lengths, skipped);
        } else {
            for (int i = from; i < to; i++) {
                int length = lengths[i] - skipped;
                int at = positions[i];
                copy(text, offsets[i] + skipped, buffer, at, length);
                positions[i] = at + length;
            }
        }
    }

    private static void eachIn16(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int[] offsets, int[] lengths, int skipped) {
        for (int i = from; i < to; i++) {
            int start = offsets[i] + skipped;
            int at = positions[i];
            putInt64(buffer, at, int64(text, start));
            putInt64(buffer, at + 8, int64(text, start + 8));
            positions[i] = at + lengths[i] - skipped;
        }
    }

    private static void eachIn32(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int[] offsets, int[] lengths, int skipped) {
        for (int i = from; i < to; i++) {
            int start = offsets[i] + skipped;
            int at = positions[i];
            putInt64(buffer, at, int64(text, start));
            putInt64(buffer, at + 8, int64(text, start + 8));
            putInt64(buffer, at + 16, int64(text, start + 16));
            putInt64(buffer, at + 24, int64(text, start + 24));
            positions[i] = at + lengths[i] - skipped;
        }
    }

    private static void eachIn64(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int[] offsets, int[] lengths, int skipped) {
        for (int i = from; i < to; i++) {
            int start = offsets[i] + skipped;
            int at = positions[i];
            putInt64(buffer, at, int64(text, start));
            putInt64(buffer, at + 8, int64(text, start + 8));
            putInt64(buffer, at + 16, int64(text, start + 16));
            putInt64(buffer, at + 24, int64(text, start + 24));
            putInt64(buffer, at + 32, int64(text, start + 32));
            putInt64(buffer, at + 40, int64(text, start + 40));
            putInt64(buffer, at + 48, int64(text, start + 48));
            putInt64(buffer, at + 56, int64(text, start + 56));
            positions[i] = at + lengths[i] - skipped;
        }
    }

    private static void eachUpTo16(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int[] offsets, int[] lengths, int skipped) {
        for (int i = from; i < to; i++) {
            int length = lengths[i] - skipped;
            int start = offsets[i] + skipped;
            int at = positions[i];
            putInt64(buffer, at, int64(text, start));
            putInt64(buffer, at + length - 8, int64(text, start + length - 8));
            positions[i] = at + length;
        }
    }

    private static void eachUpTo32(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int[] offsets, int[] lengths, int skipped) {
        for (int i = from; i < to; i++) {
            int length = lengths[i] - skipped;
            int start = offsets[i] + skipped;
            int at = positions[i];
            int end = at + length;
            int stop = start + length;
            putInt64(buffer, at, int64(text, start));
            putInt64(buffer, at + 8, int64(text, start + 8));
            putInt64(buffer, end - 16, int64(text, stop - 16));
            putInt64(buffer, end - 8, int64(text, stop - 8));
            positions[i] = end;
        }
    }

    private static void eachOf8To32(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int[] offsets, int[] lengths, int skipped) {
        for (int i = from; i < to; i++) {
            int last = lengths[i] - skipped - 8;
            int start = offsets[i] + skipped;
            int at = positions[i];
            int second = Math.min(8, last);
            int third = Math.min(16, last);
            putInt64(buffer, at, int64(text, start));
            putInt64(buffer, at + second, int64(text, start + second));
            putInt64(buffer, at + third, int64(text, start + third));
            putInt64(buffer, at + last, int64(text, start + last));
            positions[i] = at + last + 8;
        }
    }

    private static void eachUpTo64(
            byte[] buffer, int[] positions, int from, int to, byte[] text, int[] offsets, int[] lengths, int skipped) {
        for (int i = from; i < to; i++) {
            int length = lengths[i] - skipped;
            int at = positions[i];
            copyUpTo64(text, offsets[i] + skipped, buffer, at, length);
            positions[i] = at + length;
        }
    }

    /** 32 to 64 bytes: the first four words and the last four. */
    private static void copyUpTo64(byte[] text, int start, byte[] buffer, int at, int length) {
        int end = at + length;
        int stop = start + length;
        putInt64(buffer, at, int64(text, start));
        putInt64(buffer, at + 8, int64(text, start + 8));
        putInt64(buffer, at + 16, int64(text, start + 16));
        putInt64(buffer, at + 24, int64(text, start + 24));
        putInt64(buffer, end - 32, int64(text, stop - 32));
        putInt64(buffer, end - 24, int64(text, stop - 24));
        putInt64(buffer, end - 16, int64(text, stop - 16));
        putInt64(buffer, end - 8, int64(text, stop - 8));
    }
}
