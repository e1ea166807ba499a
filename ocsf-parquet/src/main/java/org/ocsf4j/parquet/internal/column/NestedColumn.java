package org.ocsf4j.parquet.internal.column;

import java.util.Arrays;
import org.ocsf4j.parquet.internal.page.MalformedException;
import org.ocsf4j.parquet.internal.shape.Leaf;

/**
 * A column with repetition. Its entries are read ahead of their values, to find where rows end; a slot is an entry that is
 * an innermost element.
 *
 * <pre>
 * entries = block | ahead          both of the page that is open; a row that reaches into the next page is a block of its own
 * </pre>
 */
public final class NestedColumn extends ColumnReader {

    private static final int LOOK_AHEAD = 512;

    /** A block ends behind the row with which it has as many entries. */
    private static final int BLOCK_ENTRIES = 1 << 14;

    private final LevelReader repetitionLevels;
    private final byte[] elementsAt;
    private final int outerElementAt;
    private final int elementAt;
    private final int maxRowEntries;

    private byte[] repetitions = new byte[LOOK_AHEAD];
    private byte[] definitions = new byte[LOOK_AHEAD];
    private int filled;
    private int entries;

    /** How many rows of one entry each, none with an element, come next; they have not been taken. */
    private int emptyRows;

    private int entryUniform;

    /** What {@link #look} found: how many entries so many rows have. */
    private int seenRows;

    private int seenEntries;

    /**
     * @param nullFrom the level from which a slot without a value is written as null
     * @param elementsAt for each repetition level the definition level from which its list has an element; the last is the
     *     innermost list's
     * @param maxRowEntries the entries that one row may have
     */
    public NestedColumn(Leaf leaf, TextColumn text, int nullFrom, byte[] elementsAt, int maxRowEntries) {
        super(leaf, text, nullFrom);
        this.repetitionLevels = new LevelReader(leaf.descriptor().getMaxRepetitionLevel());
        this.elementsAt = elementsAt;
        this.outerElementAt = elementsAt[1];
        this.elementAt = elementsAt[elementsAt.length - 1];
        this.maxRowEntries = maxRowEntries;
    }

    /** The definition level from which an entry is an element of the innermost list, and so has a slot. */
    public int elementAt() {
        return elementAt;
    }

    /** The entries of the block. */
    public int entries() {
        return entries;
    }

    /** The definition level of every entry, or -1 where they differ; then each is its row's only one, without an element. */
    public int uniformEntry() {
        return entryUniform;
    }

    /** The repetition level of each entry; only where {@link #uniformEntry()} is -1. */
    public byte[] repetitions() {
        return repetitions;
    }

    /** The definition level of each entry; only where {@link #uniformEntry()} is -1. */
    public byte[] definitions() {
        return definitions;
    }

    @Override
    void reset() {
        filled = 0;
        entries = 0;
        emptyRows = 0;
    }

    @Override
    boolean hasRest() {
        return filled > entries;
    }

    @Override
    void beginPage() {
        repetitionLevels.init(
                page.bytes, page.repetitionLevelsStart, page.repetitionLevelsEnd, page.repetitionLevelEncoding);
    }

    @Override
    int look(int rows) {
        dropBlock();
        if (filled == 0 && pageLeft == 0) {
            nextPage();
        }
        int wanted = Math.min(rows, pageLeft);
        if (filled == 0 && wanted > 0 && repetitionLevels.peekUniform(wanted) == 0) {
            int level = definitionLevels.peekUniform(wanted);
            if (level >= 0 && level < outerElementAt) {
                emptyRows = wanted;
                return wanted;
            }
        }
        return Math.min(rowsAhead(rows), rowsBySize());
    }

    /** Forgets the entries of the last block. */
    private void dropBlock() {
        if (entries > 0) {
            System.arraycopy(repetitions, entries, repetitions, 0, filled - entries);
            System.arraycopy(definitions, entries, definitions, 0, filled - entries);
            filled -= entries;
            entries = 0;
        }
        emptyRows = 0;
        seenRows = 0;
    }

    /** Reads entries ahead until {@code rows} rows are whole, or the page ends, or enough have been seen. */
    private int rowsAhead(int rows) {
        int seen = 0;
        int begun = 0;
        while (true) {
            int end = Bytes8.findZero(repetitions, seen, filled, rows - begun);
            if (end >= 0) {
                return found(rows, end);
            }
            begun += ~end;
            seen = filled;
            boolean enough = begun > 1 && filled >= BLOCK_ENTRIES;
            // What the last row of a page has in the next one is not known yet.
            if (enough || (pageLeft == 0 && hasNextPage())) {
                return begun > 1 ? found(begun - 1, lastZero()) : 1;
            }
            if (pageLeft == 0) {
                return begun > 0 ? found(begun, filled) : 1;
            }
            readAhead();
        }
    }

    private int lastZero() {
        int at = filled - 1;
        while (repetitions[at] != 0) {
            at--;
        }
        return at;
    }

    private int found(int rows, int end) {
        seenRows = rows;
        seenEntries = end;
        return rows;
    }

    private void readAhead() {
        int taken = Math.min(pageLeft, LOOK_AHEAD);
        if (filled + taken > repetitions.length) {
            int grown = Math.max(filled + taken, repetitions.length * 2);
            repetitions = text.budget().grown(repetitions, grown);
            definitions = text.budget().grown(definitions, grown);
        }
        repetitionLevels.read(repetitions, filled, taken);
        definitionLevels.read(definitions, filled, taken);
        if (filled == 0 && repetitions[0] != 0) {
            throw new MalformedException("a row begins with repetition level " + repetitions[0]);
        }
        filled += taken;
        pageLeft -= taken;
    }

    @Override
    void readBlock(int rows) {
        text.beginBlock();
        if (emptyRows >= rows) {
            readEmptyRows(rows);
            return;
        }
        entryUniform = -1;
        if (rows == seenRows) {
            entries = seenEntries;
            settle(readBlockValues(entries));
            return;
        }
        int done = 0; // entries whose values are read
        int values = 0;
        int begun = 0;
        int seen = 0;
        while (true) {
            while (seen < filled && (repetitions[seen] != 0 || begun++ < rows)) {
                seen++;
            }
            boolean complete = seen < filled || (pageLeft == 0 && !hasNextPage());
            if (seen == filled && pageLeft > 0) {
                checkEntries(seen);
                readAhead();
                continue;
            }
            if (complete && begun < rows) {
                throw new MalformedException("the column ends before its row group's rows do");
            }
            if (complete && done == 0) {
                entries = seen;
                settle(readBlockValues(seen));
                return;
            }
            int defined = Bytes8.count(definitions, done, seen, maxLevel);
            text.read(values, defined);
            values += defined;
            done = seen;
            if (complete) {
                break;
            }
            nextPage();
        }
        entries = done;
        settle(values);
    }

    private int readBlockValues(int to) {
        int defined = Bytes8.count(definitions, 0, to, maxLevel);
        if (defined > 0) {
            text.readAll(defined);
        }
        return defined;
    }

    private void checkEntries(int seen) {
        if (seen > maxRowEntries + BLOCK_ENTRIES) {
            throw new MalformedException("a row has too many elements; " + seen + " seen, limit " + maxRowEntries);
        }
    }

    private void readEmptyRows(int rows) {
        entryUniform = definitionLevels.peekUniform(rows);
        repetitionLevels.skipUniform(rows);
        definitionLevels.skipUniform(rows);
        pageLeft -= rows;
        entries = 0;
        emptyRows = 0;
        slots = 0;
        uniformLevel = maxLevel;
    }

    /** Writes rows without an element out as entries. */
    public void expand(int rows) {
        if (repetitions.length < rows) {
            repetitions = Arrays.copyOf(repetitions, rows);
            definitions = Arrays.copyOf(definitions, rows);
        }
        // Nothing has been read ahead: rows without an element are taken straight from their runs.
        Arrays.fill(repetitions, 0, rows, (byte) 0);
        Arrays.fill(definitions, 0, rows, (byte) entryUniform);
        entries = rows;
        filled = rows;
        entryUniform = -1;
    }

    /** An entry that repeats a list is an element of it, and so is the entry before: an empty list has one entry alone. */
    private void checkThatListsGoOnBehindElements() {
        int sign = 0;
        int before = Byte.MAX_VALUE;
        for (int i = 0; i < entries; i++) {
            int least = elementsAt[repetitions[i]];
            int definition = definitions[i];
            sign |= (definition - least) | (before - least);
            before = definition;
        }
        if (sign < 0) {
            throw new MalformedException("a list goes on behind an entry that is no element of it");
        }
    }

    /** Makes slots of the entries that are elements. */
    private void settle(int values) {
        if (values == entries) {
            slots = entries;
            uniformLevel = maxLevel;
            return;
        }
        checkThatListsGoOnBehindElements();
        int elements = 0;
        if (levels.length < entries) {
            levels = text.budget().grown(levels, Math.max(entries, levels.length * 2));
        }
        for (int i = 0; i < entries; i++) {
            levels[elements] = definitions[i];
            elements += definitions[i] >= elementAt ? 1 : 0;
        }
        slots = elements;
        uniformLevel = elements == values ? maxLevel : -1;
        if (uniformLevel < 0) {
            if (text.isConstant()) {
                text.expandConstant(values);
            }
            text.spread(levels, elements, values, maxLevel, nullFrom);
        }
    }
}
