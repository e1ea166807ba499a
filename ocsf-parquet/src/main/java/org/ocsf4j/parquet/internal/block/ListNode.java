package org.ocsf4j.parquet.internal.block;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.column.NestedColumn;
import org.ocsf4j.parquet.internal.column.TextColumn;
import org.ocsf4j.parquet.internal.page.MalformedException;

/**
 * An array, or the object that a map becomes. Its elements are slots of a level of their own: they are settled, folded and
 * measured like rows, and each parent slot takes the elements {@code starts[slot]} to {@code starts[slot + 1]}.
 */
final class ListNode extends Node {

    private final NestedColumn[] columns;
    private final int repetitionLevel;
    private final int elementAt;
    private final int outerRepetitionLevel;
    private final int outerElementAt;

    /** The element, or the key and the value. */
    private final Node[] parts;

    private final @Nullable MapKeys keys;
    final byte open;
    final byte close;
    private final byte[] empty;

    final Segments elements = new Segments();
    int[] starts = new int[1];
    int elementCount;

    /** The elements' text, in bytes. */
    int[] elementLengths = new int[0];

    /** Where each element is written next. */
    int[] elementPositions = new int[0];

    /** The text of each parent slot, in bytes. */
    int[] lengths = new int[0];

    /** Where each parent slot's first element is. */
    int[] marks = new int[0];

    /** How many elements every parent slot has, where all have the same ones; else 0. */
    private int repeated;

    private byte[] repeatedText = new byte[64];

    /**
     * @param columns all columns below
     * @param outerRepetitionLevel the repetition level of the list that this one is in, 0 where it is in none
     * @param outerElementAt the level from which that has an element, 0 where it is in none
     * @param keys of a map, which keeps the last of the entries that have one key
     */
    ListNode(
            byte[] prefix,
            int definedAt,
            int nullFrom,
            NestedColumn[] columns,
            int repetitionLevel,
            int elementAt,
            int outerRepetitionLevel,
            int outerElementAt,
            Node[] parts,
            @Nullable MapKeys keys) {
        super(prefix, definedAt, nullFrom);
        this.columns = columns;
        this.repetitionLevel = repetitionLevel;
        this.elementAt = elementAt;
        this.outerRepetitionLevel = outerRepetitionLevel;
        this.outerElementAt = outerElementAt;
        this.parts = parts;
        this.keys = keys;
        this.open = (byte) (keys == null ? '[' : '{');
        this.close = (byte) (keys == null ? ']' : '}');
        this.empty = Arrays.copyOf(prefix, prefix.length + 2);
        this.empty[prefix.length] = open;
        this.empty[prefix.length + 1] = close;
    }

    @Override
    ColumnReader witness() {
        return columns[0];
    }

    @Override
    void settle(int slots) {
        repeated = 0;
        if (isEmptyEverywhere()) {
            elementCount = 0;
            level(columns[0].uniformEntry(), levels, slots);
            return;
        }
        for (NestedColumn column : columns) {
            if (column.uniformEntry() >= 0) {
                column.expand(slots);
            }
        }
        cut(columns[0], slots);
        for (int i = 1; i < columns.length; i++) {
            requireSame(columns[0], columns[i]);
        }
        if (elementCount > 0) {
            for (Node part : parts) {
                part.settle(elementCount);
            }
            for (int i = 1; i < parts.length; i++) {
                agree(parts[i - 1], parts[i], elementAt, elementCount);
            }
            if (keys != null) {
                keys.findDuplicates(starts, slots, elementCount);
            }
            if (isRepeated(slots)) {
                repeated = elementCount / slots;
            }
        }
    }

    /** Whether every parent slot has the very same elements. */
    private boolean isRepeated(int slots) {
        int each = starts[1];
        if (slots < 2 || each == 0 || (long) each * slots != elementCount || hasDropped()) {
            return false;
        }
        for (NestedColumn column : columns) {
            if (column.entries() != elementCount
                    || column.slots() != elementCount
                    || !isPeriodic(column.repetitions(), each, elementCount)
                    || (column.uniformLevel() < 0 && !isPeriodic(column.levels(), each, elementCount))) {
                return false;
            }
            TextColumn text = column.text();
            if (!text.isConstant()
                    && !(isPeriodic(text.offsets, each, elementCount)
                            && isPeriodic(text.lengths, each, elementCount))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPeriodic(byte[] values, int period, int end) {
        return Arrays.equals(values, 0, end - period, values, period, end);
    }

    private static boolean isPeriodic(int[] values, int period, int end) {
        return Arrays.equals(values, 0, end - period, values, period, end);
    }

    private boolean isEmptyEverywhere() {
        int level = columns[0].uniformEntry();
        for (int i = 1; i < columns.length && level >= 0; i++) {
            level = columns[i].uniformEntry() == level ? level : -1;
        }
        return level >= 0;
    }

    /** Divides a column's entries among parent slots, and counts the elements of each. */
    private void cut(NestedColumn column, int slots) {
        int entries = column.entries();
        if (starts.length < entries + 2) {
            reserve(column, entries + (entries >> 1) + 2);
            starts = new int[entries + (entries >> 1) + 2];
        }
        byte[] own = levels.length < entries + 1 ? new byte[entries + (entries >> 1) + 1] : levels;
        byte[] repetitions = column.repetitions();
        byte[] definitions = column.definitions();
        int slot = 0;
        int element = 0;
        for (int i = 0; i < entries; i++) {
            int repetition = repetitions[i];
            int definition = definitions[i];
            // What is written for an entry that begins no slot is overwritten by the next one.
            starts[slot] = element;
            own[slot] = (byte) definition;
            slot += notAbove(repetition, outerRepetitionLevel) & notAbove(outerElementAt, definition);
            element += notAbove(repetition, repetitionLevel) & notAbove(elementAt, definition);
        }
        if (slot != slots) {
            throw disagreement();
        }
        starts[slots] = element;
        elementCount = element;
        level(-1, own, slots);
    }

    /** 1 if {@code a <= b}, else 0, without a branch. */
    private static int notAbove(int a, int b) {
        return (a - b - 1) >>> 31;
    }

    /** Checks that two columns have the same elements here: the same entries as far as this level sees them. */
    private void requireSame(NestedColumn a, NestedColumn b) {
        byte[] repetitionsOfA = a.repetitions();
        byte[] repetitionsOfB = b.repetitions();
        byte[] definitionsOfA = a.definitions();
        byte[] definitionsOfB = b.definitions();
        int entriesOfA = a.entries();
        int entriesOfB = b.entries();
        if (entriesOfA == entriesOfB
                && Arrays.equals(repetitionsOfA, 0, entriesOfA, repetitionsOfB, 0, entriesOfB)
                && Arrays.equals(definitionsOfA, 0, entriesOfA, definitionsOfB, 0, entriesOfB)) {
            return;
        }
        int i = 0;
        int k = 0;
        while (true) {
            while (i < entriesOfA && repetitionsOfA[i] > repetitionLevel) {
                i++;
            }
            while (k < entriesOfB && repetitionsOfB[k] > repetitionLevel) {
                k++;
            }
            if (i == entriesOfA || k == entriesOfB) {
                break;
            }
            if (repetitionsOfA[i] != repetitionsOfB[k]
                    || Math.min(definitionsOfA[i], elementAt) != Math.min(definitionsOfB[k], elementAt)) {
                throw disagreement(b);
            }
            i++;
            k++;
        }
        if (i != entriesOfA || k != entriesOfB) {
            throw disagreement(b);
        }
    }

    @Override
    void fold(Segments segments, boolean first) {
        int skipped = first ? 1 : 0;
        if (elementCount == 0 && uniformLevel >= 0) {
            if (uniformLevel >= definedAt) {
                segments.constant(empty, skipped, empty.length - skipped);
            } else {
                foldNull(segments, first);
            }
            return;
        }
        elements.clear();
        if (elementCount > 0) {
            for (Node part : parts) {
                part.fold(elements, false);
            }
        }
        if (repeated > 0) {
            foldRepeated(segments, skipped);
        } else {
            segments.list(this, skipped);
        }
    }

    /** Writes the elements of the first slot, to stand for all. */
    private void foldRepeated(Segments segments, int skipped) {
        room(repeated);
        elements.measure(elementLengths, repeated);
        long size = 0;
        for (int i = 0; i < repeated; i++) {
            size = Math.min(size + elementLengths[i], Segments.MAX_LENGTH);
        }
        int length = (int) size;
        if (repeatedText.length < length + 1) {
            repeatedText = new byte[length + 1];
        }
        int at = 0;
        for (int i = 0; i < repeated; i++) {
            elementPositions[i] = at;
            at += elementLengths[i];
        }
        elements.write(repeatedText, elementPositions, 0, repeated, 0);
        repeatedText[0] = open;
        repeatedText[length] = close;
        segments.constant(prefix, skipped, prefix.length - skipped);
        segments.constant(repeatedText, 0, length + 1);
    }

    /** Counts what this list, and objects on the way to the column, keep for each entry. */
    private void reserve(NestedColumn column, int entries) {
        int ints = 8 + column.leaf().descriptor().getPath().length;
        try {
            column.text().budget().reserve((long) Integer.BYTES * ints * (entries - starts.length));
        } catch (MalformedException e) {
            throw column.fault(e);
        }
    }

    void room(int count) {
        if (elementLengths.length < count) {
            elementLengths = new int[count + (count >> 1)];
            elementPositions = new int[count + (count >> 1)];
        }
    }

    boolean isThere(int slot) {
        return lowestLevel >= definedAt || levels[slot] >= definedAt;
    }

    boolean isDropped(int element) {
        return keys != null && keys.isDropped(element);
    }

    boolean hasDropped() {
        return keys != null && keys.hasDropped();
    }
}
