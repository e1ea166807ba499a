package org.ocsf4j.parquet.internal.block;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.column.TextColumn;

/**
 * What the slots of one level say in one block, as a row of segments from left to right. A segment is a column's text, a
 * text that is the same in all slots (neighbours are joined), a list's elements, or a step of an object's braces.
 *
 * <p>Two passes go over it, each segment by segment and within it slot by slot, so that every loop is bare: {@link #measure}
 * adds up how many bytes each slot has; {@link #write}, once each slot has its place, writes the segments there one behind
 * the other. Copies never reach behind their text, because the next slot may already be written.
 */
final class Segments {

    /** Lengths stop growing here; far above any limit of a document, and two of them do not overflow. */
    static final int MAX_LENGTH = 1 << 29;

    private static final byte CONSTANT = 0;
    private static final byte VALUES = 1;
    private static final byte LIST = 2;
    private static final byte OPEN = 3;
    private static final byte CLOSE = 4;
    private static final byte MARK = 5;
    private static final byte BRACE = 6;
    private static final byte COMPUTED = 7;

    private byte[] kinds = new byte[16];

    /** Of a constant: where it starts. Of others: how many bytes in front are left out, 1 for a comma. */
    private int[] froms = new int[16];

    /** Of a constant: where it ends. */
    private int[] tos = new int[16];

    private @Nullable Object[] sources = new Object[16];

    /** How many bytes each slot has behind the segment, at least. */
    private int[] behinds = new int[16];

    private int count;

    private byte[] constants = new byte[256];
    private int constantsEnd;

    void clear() {
        count = 0;
        constantsEnd = 0;
    }

    private void add(byte kind, int from, int to, @Nullable Object source) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            froms = Arrays.copyOf(froms, count * 2);
            tos = Arrays.copyOf(tos, count * 2);
            sources = Arrays.copyOf(sources, count * 2);
            behinds = Arrays.copyOf(behinds, count * 2);
        }
        kinds[count] = kind;
        froms[count] = from;
        tos[count] = to;
        sources[count++] = source;
    }

    void constant(byte[] text, int from, int length) {
        if (constantsEnd + length + Copies.PAD > constants.length) {
            constants = Arrays.copyOf(constants, Math.max(constantsEnd + length + Copies.PAD, constants.length * 2));
        }
        System.arraycopy(text, from, constants, constantsEnd, length);
        int start = constantsEnd;
        constantsEnd += length;
        if (count > 0 && kinds[count - 1] == CONSTANT) {
            tos[count - 1] = constantsEnd;
        } else {
            add(CONSTANT, start, constantsEnd, null);
        }
    }

    void values(TextColumn column, int skipped) {
        add(VALUES, skipped, 0, column);
    }

    void list(ListNode list, int skipped) {
        add(LIST, skipped, 0, list);
    }

    void computed(ComputedNode node, int skipped) {
        add(COMPUTED, skipped, 0, node);
    }

    /** Begins an object that has to be asked about slot by slot. */
    void open(StructNode object, int skipped) {
        add(OPEN, skipped, 0, object);
    }

    void close(StructNode object) {
        add(CLOSE, 0, 0, object);
    }

    /** Notes where an object begins. */
    void mark(StructNode object) {
        add(MARK, 0, 0, object);
    }

    /** Overwrites the comma where an object begins with its brace. */
    void brace(StructNode object) {
        add(BRACE, 0, 0, object);
    }

    // ---- measuring

    /** Fills {@code lengths[0..slots)}. */
    void measure(int[] lengths, int slots) {
        Arrays.fill(lengths, 0, slots, 0);
        lookBehind();
        long same = 0;
        for (int i = 0; i < count; i++) {
            switch (kinds[i]) {
                case CONSTANT -> same += tos[i] - froms[i];
                case VALUES -> {
                    add(((TextColumn) source(i)).lengths, lengths, slots);
                    same -= froms[i];
                }
                case LIST -> {
                    ListNode list = (ListNode) source(i);
                    measureList(list, slots, froms[i]);
                    add(list.lengths, lengths, slots);
                }
                case COMPUTED -> {
                    add(((ComputedNode) source(i)).lengths, lengths, slots);
                    same -= froms[i];
                }
                case OPEN -> measureOpen((StructNode) source(i), lengths, slots, froms[i]);
                case CLOSE -> measureClose((StructNode) source(i), lengths, slots);
                default -> {}
            }
        }
        int base = (int) Math.min(same, MAX_LENGTH);
        for (int i = 0; i < slots; i++) {
            lengths[i] = Math.min(lengths[i] + base, MAX_LENGTH);
        }
    }

    private void lookBehind() {
        int behind = 0;
        for (int i = count - 1; i >= 0; i--) {
            behinds[i] = behind;
            int least =
                    switch (kinds[i]) {
                        case CONSTANT -> tos[i] - froms[i];
                        case VALUES -> ((TextColumn) source(i)).shortest() - froms[i];
                        default -> 0;
                    };
            behind = Math.min(behind + least, MAX_LENGTH);
        }
    }

    private Object source(int index) {
        Object source = sources[index];
        if (source == null) {
            throw new IllegalStateException("a segment without source");
        }
        return source;
    }

    private static void add(int[] more, int[] lengths, int slots) {
        for (int i = 0; i < slots; i++) {
            lengths[i] = Math.min(lengths[i] + more[i], MAX_LENGTH);
        }
    }

    private static void measureOpen(StructNode object, int[] lengths, int slots, int skipped) {
        if (object.marks.length < slots) {
            object.marks = new int[slots];
        }
        int prefix = object.prefix.length - skipped;
        for (int i = 0; i < slots; i++) {
            int level = object.level(i);
            if (level >= object.definedAt) {
                lengths[i] += prefix;
            } else if (level >= object.nullFrom) {
                lengths[i] += object.nullText().length - skipped;
            }
            object.marks[i] = lengths[i];
            if (level >= object.definedAt) {
                lengths[i] += object.constants.length;
            }
        }
    }

    private static void measureClose(StructNode object, int[] lengths, int slots) {
        for (int i = 0; i < slots; i++) {
            if (object.level(i) >= object.definedAt) {
                lengths[i] += lengths[i] == object.marks[i] ? 2 : 1;
            }
        }
    }

    private static void measureList(ListNode list, int slots, int skipped) {
        int elements = list.elementCount;
        list.room(elements);
        if (list.lengths.length < slots) {
            list.lengths = new int[slots];
            list.marks = new int[slots];
        }
        int[] elementLengths = list.elementLengths;
        list.elements.measure(elementLengths, elements);
        int prefix = list.prefix.length - skipped;
        int nullLength = list.nullText().length - skipped;
        if (list.lowestLevel >= list.definedAt && !list.hasDropped()) {
            sumElements(list, slots, prefix);
            return;
        }
        for (int i = 0; i < slots; i++) {
            int level = list.level(i);
            if (level < list.definedAt) {
                list.lengths[i] = level >= list.nullFrom ? nullLength : 0;
                continue;
            }
            int end = list.starts[i + 1];
            long sum = 0;
            for (int e = list.starts[i]; e < end; e++) {
                sum += list.isDropped(e) ? 0 : elementLengths[e];
            }
            // The first element's comma becomes the bracket.
            list.lengths[i] = (int) Math.min(prefix + (sum == 0 ? 2 : sum + 1), MAX_LENGTH);
        }
    }

    private static void sumElements(ListNode list, int slots, int prefix) {
        int[] starts = list.starts;
        int[] elementLengths = list.elementLengths;
        int e = 0;
        for (int i = 0; i < slots; i++) {
            int end = starts[i + 1];
            long sum = 0;
            for (; e < end; e++) {
                sum += elementLengths[e];
            }
            list.lengths[i] = (int) Math.min(prefix + (sum == 0 ? 2 : sum + 1), MAX_LENGTH);
        }
    }

    /** Whether there are only texts: constants and values. */
    boolean isPlain() {
        for (int i = 0; i < count; i++) {
            if (kinds[i] > VALUES) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return count;
    }

    boolean isConstant(int index) {
        return kinds[index] == CONSTANT;
    }

    int from(int index) {
        return froms[index];
    }

    int to(int index) {
        return tos[index];
    }

    TextColumn column(int index) {
        return (TextColumn) source(index);
    }

    byte[] constants() {
        return constants;
    }

    // ---- writing

    /**
     * Writes slots {@code from} to {@code to}, each from its position on, and moves the positions behind what was written.
     *
     * @param waste where text may go that nobody wants; as much as any one element has
     */
    void write(byte[] buffer, int[] positions, int from, int to, int waste) {
        for (int i = 0; i < count; i++) {
            switch (kinds[i]) {
                case CONSTANT ->
                    Copies.same(buffer, positions, from, to, constants, froms[i], tos[i] - froms[i], behinds[i]);
                case VALUES -> Copies.each(buffer, positions, from, to, (TextColumn) source(i), froms[i], behinds[i]);
                case LIST -> {
                    ListNode list = (ListNode) source(i);
                    if (list.elements.isPlain() && !list.hasDropped()) {
                        Records.write(buffer, positions, from, to, list, froms[i], behinds[i]);
                    } else {
                        writeList(buffer, positions, from, to, list, froms[i], waste);
                    }
                }
                case COMPUTED -> ((ComputedNode) source(i)).write(buffer, positions, from, to, froms[i]);
                case OPEN -> writeOpen(buffer, positions, from, to, (StructNode) source(i), froms[i]);
                case CLOSE -> writeClose(buffer, positions, from, to, (StructNode) source(i));
                case MARK -> mark(positions, from, to, (StructNode) source(i));
                default -> writeBraces(buffer, from, to, (StructNode) source(i));
            }
        }
    }

    private static void writeOpen(byte[] buffer, int[] positions, int from, int to, StructNode object, int skipped) {
        byte[] prefix = object.prefix;
        byte[] nullText = object.nullText();
        for (int i = from; i < to; i++) {
            int level = object.level(i);
            int at = positions[i];
            if (level >= object.definedAt) {
                Copies.copy(prefix, skipped, buffer, at, prefix.length - skipped);
                at += prefix.length - skipped;
            } else if (level >= object.nullFrom) {
                Copies.copy(nullText, skipped, buffer, at, nullText.length - skipped);
                at += nullText.length - skipped;
            }
            object.marks[i] = at;
            if (level >= object.definedAt && object.constants.length > 0) {
                Copies.copy(object.constants, 0, buffer, at, object.constants.length);
                at += object.constants.length;
            }
            positions[i] = at;
        }
    }

    private static void writeClose(byte[] buffer, int[] positions, int from, int to, StructNode object) {
        for (int i = from; i < to; i++) {
            if (object.level(i) < object.definedAt) {
                continue;
            }
            int at = positions[i];
            int start = object.marks[i];
            buffer[start] = '{';
            if (at == start) {
                at++;
            }
            buffer[at] = '}';
            positions[i] = at + 1;
        }
    }

    private static void mark(int[] positions, int from, int to, StructNode object) {
        if (object.marks.length < to) {
            object.marks = new int[to];
        }
        System.arraycopy(positions, from, object.marks, from, to - from);
    }

    private static void writeBraces(byte[] buffer, int from, int to, StructNode object) {
        for (int i = from; i < to; i++) {
            buffer[object.marks[i]] = '{';
        }
    }

    private static void writeList(
            byte[] buffer, int[] positions, int from, int to, ListNode list, int skipped, int waste) {
        byte[] prefix = list.prefix;
        int prefixLength = prefix.length - skipped;
        int[] starts = list.starts;
        int[] marks = list.marks;
        for (int i = from; i < to; i++) {
            int at = positions[i];
            int level = list.level(i);
            marks[i] = -1;
            if (level < list.definedAt) {
                Copies.copy(list.nullText(), skipped, buffer, at, list.lengths[i]);
                positions[i] = at + list.lengths[i];
                continue;
            }
            Copies.copy(prefix, skipped, buffer, at, prefixLength);
            at += prefixLength;
            marks[i] = at;
            int end = place(list, starts[i], starts[i + 1], at, waste);
            at = Math.max(end, at + 1);
            buffer[at] = list.close;
            positions[i] = at + 1;
        }
        if (list.elementCount > 0) {
            list.elements.write(buffer, list.elementPositions, starts[from], starts[to], waste);
        }
        for (int i = from; i < to; i++) {
            if (marks[i] >= 0) {
                buffer[marks[i]] = list.open;
            }
        }
    }

    /** Gives each element its place; those that are dropped go to waste. */
    private static int place(ListNode list, int first, int end, int at, int waste) {
        int[] lengths = list.elementLengths;
        int[] positions = list.elementPositions;
        int next = at;
        if (list.hasDropped()) {
            for (int e = first; e < end; e++) {
                boolean dropped = list.isDropped(e);
                positions[e] = dropped ? waste : next;
                next += dropped ? 0 : lengths[e];
            }
            return next;
        }
        for (int e = first; e < end; e++) {
            positions[e] = next;
            next += lengths[e];
        }
        return next;
    }
}
