package org.ocsf4j.parquet.internal.column;

import java.util.Arrays;
import org.ocsf4j.parquet.internal.page.MemoryBudget;

/**
 * Gives equal texts of one array one offset: that of the first. Open addressing with linear probing; what was added last can
 * be taken out again, last first.
 */
final class TextInterner {

    private int[] table = new int[64];
    private int[] lengths = new int[64];

    /** Places in the table, in the order in which they were taken. */
    private int[] taken = new int[64];

    private int count;
    private final MemoryBudget budget;

    TextInterner(MemoryBudget budget) {
        this.budget = budget;
    }

    int size() {
        return count;
    }

    /** Takes out all but the first {@code size} texts. */
    void truncate(int size) {
        while (count > size) {
            table[taken[--count]] = 0;
        }
    }

    /** The offset of the first text that equals {@code text[offset..offset+length)}; remembers this one if there is none. */
    int intern(byte[] text, int offset, int length) {
        if (count * 2 >= table.length) {
            grow(text);
        }
        int place = find(text, offset, length);
        if (table[place] == 0) {
            table[place] = offset + 1;
            lengths[place] = length;
            taken[count++] = place;
        }
        return table[place] - 1;
    }

    private int find(byte[] text, int offset, int length) {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        int mask = table.length - 1;
        int place = (hash ^ (hash >>> 15)) & mask;
        while (table[place] != 0 && !isSame(text, table[place] - 1, lengths[place], offset, length)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static boolean isSame(byte[] text, int a, int lengthOfA, int b, int lengthOfB) {
        return lengthOfA == lengthOfB && Arrays.equals(text, a, a + lengthOfA, text, b, b + lengthOfB);
    }

    private void grow(byte[] text) {
        int[] offsets = new int[count];
        int[] sizes = new int[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = table[taken[i]] - 1;
            sizes[i] = lengths[taken[i]];
        }
        int room = table.length * 2;
        budget.reserve(3L * Integer.BYTES * (room - table.length));
        table = new int[room];
        lengths = new int[room];
        taken = new int[room];
        int known = count;
        count = 0;
        for (int i = 0; i < known; i++) {
            intern(text, offsets[i], sizes[i]);
        }
    }
}
