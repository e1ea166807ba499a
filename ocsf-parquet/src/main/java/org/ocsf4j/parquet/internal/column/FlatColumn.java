package org.ocsf4j.parquet.internal.column;

import org.ocsf4j.parquet.internal.shape.Leaf;

/** A column without repetition: a slot is a row. */
public final class FlatColumn extends ColumnReader {

    /** @param nullFrom the level from which a slot without a value is written as null */
    public FlatColumn(Leaf leaf, TextColumn text, int nullFrom) {
        super(leaf, text, nullFrom);
    }

    @Override
    void reset() {}

    @Override
    int look(int rows) {
        return pageLeft == 0 && !hasNextPage() ? rows : rowsBySize();
    }

    @Override
    boolean hasRest() {
        return false;
    }

    @Override
    void readBlock(int rows) {
        text.beginBlock();
        slots = rows;
        if (pageLeft == 0) {
            nextPage();
        }
        if (pageLeft >= rows) {
            readWithinPage(rows);
        } else {
            readAcrossPages(rows);
        }
    }

    private void readWithinPage(int rows) {
        pageLeft -= rows;
        uniformLevel = definitionLevels.peekUniform(rows);
        if (uniformLevel >= 0) {
            definitionLevels.skipUniform(rows);
            if (uniformLevel == maxLevel) {
                text.readAll(rows);
            }
            return;
        }
        room(rows);
        definitionLevels.read(levels, 0, rows);
        int values = Bytes8.count(levels, 0, rows, maxLevel);
        if (values == rows) {
            uniformLevel = maxLevel;
            text.readAll(rows);
        } else {
            text.read(0, values);
            text.spread(levels, rows, values, maxLevel, nullFrom);
        }
    }

    private void readAcrossPages(int rows) {
        room(rows);
        int values = 0;
        for (int done = 0; done < rows; ) {
            if (pageLeft == 0) {
                nextPage();
            }
            int taken = Math.min(rows - done, pageLeft);
            definitionLevels.read(levels, done, taken);
            int defined = Bytes8.count(levels, done, done + taken, maxLevel);
            text.read(values, defined);
            values += defined;
            pageLeft -= taken;
            done += taken;
        }
        uniformLevel = values == rows ? maxLevel : -1;
        if (uniformLevel < 0) {
            text.spread(levels, rows, values, maxLevel, nullFrom);
        }
    }

    private void room(int rows) {
        if (levels.length < rows) {
            levels = new byte[Math.max(rows, 256)];
        }
    }
}
