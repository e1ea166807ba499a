package org.ocsf4j.parquet.internal.column;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import org.ocsf4j.parquet.internal.page.MalformedException;
import org.ocsf4j.parquet.internal.page.Page;
import org.ocsf4j.parquet.internal.page.PageReader;
import org.ocsf4j.parquet.internal.page.UnsupportedFileException;
import org.ocsf4j.parquet.internal.shape.Leaf;

/**
 * Reads one column a block of rows at a time.
 *
 * <p>A block has slots: one for each row of a flat column, one for each innermost element of a nested one. A slot has a
 * definition level, and text in {@link TextColumn} where that is the highest. Where all levels are the same they are not
 * written out.
 */
public abstract sealed class ColumnReader permits FlatColumn, NestedColumn {

    /** Levels are kept in bytes. */
    public static final int MAX_LEVEL = Byte.MAX_VALUE;

    final Leaf leaf;
    final int maxLevel;
    final int nullFrom;
    final TextColumn text;
    final LevelReader definitionLevels;
    final Page page;

    private @Nullable PageReader pages;
    private ParquetPlace place;

    /** Entries of the page whose levels have not been read. */
    int pageLeft;

    int slots;
    int uniformLevel;
    byte[] levels = new byte[0];

    ColumnReader(Leaf leaf, TextColumn text, int nullFrom) {
        this.leaf = leaf;
        this.maxLevel = leaf.definedAt();
        this.nullFrom = nullFrom;
        this.text = text;
        this.page = new Page(text.budget());
        this.definitionLevels = new LevelReader(maxLevel);
        this.place = ParquetPlace.of("");
    }

    public Leaf leaf() {
        return leaf;
    }

    public TextColumn text() {
        return text;
    }

    /** The slots of the block. */
    public int slots() {
        return slots;
    }

    /** The level of every slot, or -1 where they differ. */
    public int uniformLevel() {
        return uniformLevel;
    }

    /** The level of each slot; only where {@link #uniformLevel()} is -1. */
    public byte[] levels() {
        return levels;
    }

    /** Begins a row group. */
    public final void open(PageReader reader, ParquetPlace rowGroup) {
        pages = reader;
        place = rowGroup.withColumn(leaf.path());
        pageLeft = 0;
        try {
            text.open(reader, page);
        } catch (MalformedException e) {
            throw new ParquetFormatException(place, "in the dictionary page: " + e.getMessage(), e);
        } catch (UnsupportedFileException e) {
            throw new ParquetUnsupportedException(place, String.valueOf(e.getMessage()), e);
        }
        reset();
    }

    /** Lets go of what the row groups before needed; before {@link #open}. */
    public final void shrink() {
        page.clear();
        text.shrink();
    }

    abstract void reset();

    /**
     * How many of the next {@code rows} rows can be read as one block, at least 1. A block of one row may take any number of
     * pages.
     */
    public final int rowsReady(int rows) {
        try {
            return Math.min(rows, look(rows));
        } catch (MalformedException | UnsupportedFileException e) {
            throw fault(e);
        }
    }

    abstract int look(int rows);

    /** Reads the next {@code rows} rows, not more than {@link #rowsReady} answered. */
    public final void read(int rows) {
        try {
            readBlock(rows);
        } catch (MalformedException | UnsupportedFileException e) {
            throw fault(e);
        }
    }

    abstract void readBlock(int rows);

    /** Checks that the chunk has nothing left behind its last row. */
    public final void finish() {
        if (pageLeft > 0 || hasNextPage() || hasRest()) {
            throw new ParquetFormatException(place, "the column has more values than its row group has rows");
        }
    }

    abstract boolean hasRest();

    final boolean hasNextPage() {
        return pages != null && pages.hasNext();
    }

    /** Moves to the next page; a column that has none ends early. */
    final void nextPage() {
        if (pages == null || !pages.next(page)) {
            throw new MalformedException("the column ends before its row group's rows do");
        }
        pageLeft = page.valueCount;
        definitionLevels.init(
                page.bytes, page.definitionLevelsStart, page.definitionLevelsEnd, page.definitionLevelEncoding);
        text.openPage(page);
        beginPage();
    }

    void beginPage() {}

    /** Rows that values of the page's size allow in one block, so that its text stays small. */
    final int rowsBySize() {
        int size = page.valuesEnd - page.valuesStart;
        if (size <= 1 << 20) {
            return Integer.MAX_VALUE;
        }
        return Math.max(1, (1 << 22) / Math.max(1, size / Math.max(1, page.valueCount)));
    }

    /** The failure, with the place where the column is. */
    public final CorruptObjectException fault(RuntimeException cause) {
        Integer ordinal = pages == null || pages.ordinal() < 0 ? null : Integer.valueOf(pages.ordinal());
        ParquetPlace here = place.withPage(ordinal);
        String problem = String.valueOf(cause.getMessage());
        return cause instanceof UnsupportedFileException
                ? new ParquetUnsupportedException(here, problem, cause)
                : new ParquetFormatException(here, problem, cause);
    }
}
