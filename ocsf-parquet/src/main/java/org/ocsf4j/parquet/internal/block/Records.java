package org.ocsf4j.parquet.internal.block;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.putInt64;

import org.ocsf4j.parquet.internal.column.TextColumn;

/**
 * Writes the elements of lists that have nothing but texts in them, element by element: they are short and many, and what
 * follows each is written right after it, so that whole words may be written everywhere but at the end of a slot.
 */
final class Records {

    private Records() {}

    /** Writes slots {@code from} to {@code to} of a list, each from its position on; {@code behind} as in {@link Copies}. */
    static void write(byte[] buffer, int[] positions, int from, int to, ListNode list, int skipped, int behind) {
        Segments segments = list.elements;
        int parts = segments.count();
        byte[][] texts = new byte[parts][];
        int[][] offsets = new int[parts][];
        int[][] lengths = new int[parts][];
        int[] skips = new int[parts];
        for (int i = 0; i < parts; i++) {
            if (segments.isConstant(i)) {
                texts[i] = segments.constants();
                offsets[i] = new int[] {segments.from(i)};
                lengths[i] = new int[] {segments.to(i) - segments.from(i)};
            } else {
                TextColumn column = segments.column(i);
                texts[i] = column.text;
                offsets[i] = column.offsets;
                lengths[i] = column.lengths;
                skips[i] = segments.from(i);
            }
        }
        byte[] prefix = list.prefix;
        int prefixLength = prefix.length - skipped;
        int[] starts = list.starts;
        for (int slot = from; slot < to; slot++) {
            int at = positions[slot];
            int length = list.lengths[slot];
            positions[slot] = at + length;
            if (!list.isThere(slot)) {
                Copies.copy(list.nullText(), skipped, buffer, at, length);
                continue;
            }
            int close = at + length - 1;
            Copies.copy(prefix, skipped, buffer, at, prefixLength);
            at += prefixLength;
            int open = at;
            int padded = close + behind - Copies.PAD;
            for (int element = starts[slot]; element < starts[slot + 1]; element++) {
                for (int part = 0; part < parts; part++) {
                    int[] sizes = lengths[part];
                    int index = sizes.length == 1 ? 0 : element; // a constant has one, and so has a column of one value
                    int skip = skips[part];
                    int size = sizes[index] - skip;
                    int start = offsets[part][index] + skip;
                    if (at <= padded && size <= Copies.PAD) {
                        copyPadded(texts[part], start, buffer, at, size);
                    } else {
                        Copies.copy(texts[part], start, buffer, at, size);
                    }
                    at += size;
                }
            }
            buffer[open] = list.open;
            buffer[close] = list.close;
        }
    }

    private static void copyPadded(byte[] text, int start, byte[] buffer, int at, int size) {
        putInt64(buffer, at, int64(text, start));
        putInt64(buffer, at + 8, int64(text, start + 8));
        putInt64(buffer, at + 16, int64(text, start + 16));
        putInt64(buffer, at + 24, int64(text, start + 24));
        if (size > 32) {
            putInt64(buffer, at + 32, int64(text, start + 32));
            putInt64(buffer, at + 40, int64(text, start + 40));
            putInt64(buffer, at + 48, int64(text, start + 48));
            putInt64(buffer, at + 56, int64(text, start + 56));
        }
    }
}
