package org.ocsf4j.parquet.internal.block;

import java.util.Arrays;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.page.MalformedException;

/**
 * One shape in the plan. In each block it is settled first: for each slot of its level (a row, or an element of the list that
 * it is in) it learns the definition level, and with it whether it is there. Then it is folded: it adds segments for what it
 * has to say in this block, nothing where it has nothing to say.
 */
abstract class Node {

    /** Never reached: what is null is left out. */
    static final int NEVER = Byte.MAX_VALUE + 1;

    /** What stands in front of the value: {@code ,"name":} or {@code ,} or nothing. */
    final byte[] prefix;

    /** The level from which it is there. */
    final int definedAt;

    /** The level from which, where it is not there, {@code null} is written. */
    final int nullFrom;

    private final byte[] nullText;

    /** The level of every slot of the block, or -1 where they differ. */
    int uniformLevel;

    /** The level of each slot; only where {@link #uniformLevel} is -1. */
    byte[] levels = new byte[0];

    int lowestLevel;
    int highestLevel;

    Node(byte[] prefix, int definedAt, int nullFrom) {
        this.prefix = prefix;
        this.definedAt = definedAt;
        this.nullFrom = nullFrom;
        this.nullText = Arrays.copyOf(prefix, prefix.length + 4);
        System.arraycopy(new byte[] {'n', 'u', 'l', 'l'}, 0, nullText, prefix.length, 4);
    }

    /** Learns the levels of the block's {@code slots}, and checks that the columns below agree on them. */
    abstract void settle(int slots);

    /** Adds what it has to say. {@code first} tells that the comma in front is to be left out, and is only said if solid. */
    abstract void fold(Segments segments, boolean first);

    /** Whether it has something to say in every slot. */
    boolean isSolid() {
        return lowestLevel >= definedAt || lowestLevel >= nullFrom;
    }

    /** Whether it has something to say in any slot. */
    boolean isSilent() {
        return highestLevel < definedAt && highestLevel < nullFrom;
    }

    /** Takes over the levels of a node or column that is there in the same slots. */
    final void level(int uniform, byte[] each, int slots) {
        uniformLevel = uniform;
        levels = each;
        if (uniform >= 0) {
            lowestLevel = uniform;
            highestLevel = uniform;
            return;
        }
        int low = Byte.MAX_VALUE;
        int high = 0;
        for (int i = 0; i < slots; i++) {
            low = Math.min(low, each[i]);
            high = Math.max(high, each[i]);
        }
        lowestLevel = low;
        highestLevel = high;
        if (low == high) {
            uniformLevel = low;
        }
    }

    /** Checks that two members of an object that is there from level {@code shared} on agree on whether it is. */
    static void agree(Node a, Node b, int shared, int slots) {
        if (a.lowestLevel >= shared && b.lowestLevel >= shared) {
            return;
        }
        if (Math.min(a.lowestLevel, shared) != Math.min(b.lowestLevel, shared)
                || Math.min(a.highestLevel, shared) != Math.min(b.highestLevel, shared)) {
            throw b.disagreement();
        }
        if (a.uniformLevel >= 0 || b.uniformLevel >= 0) {
            // One says the same of every slot; by the bounds above, so does the other.
            return;
        }
        for (int i = 0; i < slots; i++) {
            if (Math.min(a.levels[i], shared) != Math.min(b.levels[i], shared)) {
                throw b.disagreement();
            }
        }
    }

    /** A column below, to name in failures. */
    abstract ColumnReader witness();

    final CorruptObjectException disagreement() {
        return disagreement(witness());
    }

    static CorruptObjectException disagreement(ColumnReader column) {
        return column.fault(
                new MalformedException("the levels do not agree with the neighbouring column's on what holds both"));
    }

    final int level(int slot) {
        return uniformLevel >= 0 ? uniformLevel : levels[slot];
    }

    /** Says null in every slot, if null is said at all. */
    final void foldNull(Segments segments, boolean first) {
        if (uniformLevel >= nullFrom) {
            int skipped = first ? 1 : 0;
            segments.constant(nullText, skipped, nullText.length - skipped);
        }
    }

    final byte[] nullText() {
        return nullText;
    }
}
