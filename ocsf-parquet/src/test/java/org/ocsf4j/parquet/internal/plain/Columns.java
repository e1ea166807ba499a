package org.ocsf4j.parquet.internal.plain;

import org.apache.parquet.column.ColumnReader;

/**
 * The columns of one row group, each at its next value. Every step is checked: the columns of one shape must agree on where
 * it is there and where it repeats, and each must last exactly as long as the rows.
 */
final class Columns {

    private static final ColumnReader[] NONE = {};

    private ColumnReader[] readers = NONE;
    private long[] valuesLeft = {};
    private int current;

    /** Starts a row group. */
    void reset(ColumnReader[] readers, long[] valueCounts) {
        this.readers = readers;
        this.valuesLeft = valueCounts;
    }

    /** Lets go of the pages. */
    void release() {
        readers = NONE;
    }

    /** The column that was read last, for errors. */
    int current() {
        return current;
    }

    int definitionLevel(int column) {
        current = column;
        return readers[column].getCurrentDefinitionLevel();
    }

    int repetitionLevel(int column) {
        return readers[column].getCurrentRepetitionLevel();
    }

    /** Hands the value to the column's converter and steps on. */
    void write(int column) {
        current = column;
        readers[column].writeCurrentValueToConverter();
        step(column);
    }

    /** Steps over one value of each column; they must all be at {@code definitionLevel}. */
    void skipAbsent(int first, int count, int definitionLevel) {
        for (int column = first; column < first + count; column++) {
            if (definitionLevel(column) != definitionLevel) {
                throw new InconsistentLevelsException("the definition level differs from its neighbours; "
                        + readers[column].getCurrentDefinitionLevel() + ", " + definitionLevel);
            }
            step(column);
        }
    }

    /** Steps over one row. */
    void skipRow() {
        for (int column = 0; column < readers.length; column++) {
            current = column;
            do {
                if (readers[column].getCurrentDefinitionLevel()
                        == readers[column].getDescriptor().getMaxDefinitionLevel()) {
                    readers[column].skip();
                }
                step(column);
            } while (valuesLeft[column] > 0 && readers[column].getCurrentRepetitionLevel() > 0);
        }
    }

    private void step(int column) {
        readers[column].consume();
        valuesLeft[column]--;
    }

    /** Whether the columns have another repetition at {@code level}; they must agree. */
    boolean repeats(int first, int count, int level) {
        int next = repetitionLevel(first);
        for (int column = first + 1; column < first + count; column++) {
            if (repetitionLevel(column) != next) {
                current = column;
                throw new InconsistentLevelsException(
                        "the repetition level differs from its neighbours; " + repetitionLevel(column) + ", " + next);
            }
        }
        if (next > level) {
            current = first;
            throw new InconsistentLevelsException("the repetition level is too high; " + next + ", at most " + level);
        }
        return next == level;
    }

    /** To be called before each row. */
    void requireRowStart() {
        for (int column = 0; column < readers.length; column++) {
            if (valuesLeft[column] <= 0) {
                current = column;
                throw new InconsistentLevelsException("the column ends before the rows do");
            }
            if (readers[column].getCurrentRepetitionLevel() != 0) {
                current = column;
                throw new InconsistentLevelsException("the column goes on with the row before; repetition level "
                        + readers[column].getCurrentRepetitionLevel());
            }
        }
    }

    /** To be called behind the last row. */
    void requireEnd() {
        for (int column = 0; column < readers.length; column++) {
            if (valuesLeft[column] != 0) {
                current = column;
                throw new InconsistentLevelsException(
                        "the column does not end with the rows; values left " + valuesLeft[column]);
            }
        }
    }
}
