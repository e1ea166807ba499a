package org.ocsf4j.parquet.internal.block;

import org.ocsf4j.parquet.internal.column.ColumnReader;

/** A column: its text says all, name included. */
final class LeafNode extends Node {

    private final ColumnReader column;

    /** Whether some value of the block turned out to be left out. */
    private boolean leavesOut;

    LeafNode(byte[] prefix, int nullFrom, ColumnReader column) {
        super(prefix, column.leaf().definedAt(), nullFrom);
        this.column = column;
    }

    ColumnReader column() {
        return column;
    }

    @Override
    ColumnReader witness() {
        return column;
    }

    @Override
    void settle(int slots) {
        if (column.slots() != slots) {
            throw disagreement();
        }
        level(column.uniformLevel(), column.levels(), slots);
        leavesOut = column.text().spelling().mayLeaveOut()
                && column.uniformLevel() == definedAt
                && hasEmpty(column.text().isConstant() ? 1 : slots);
    }

    private boolean hasEmpty(int values) {
        for (int i = 0; i < values; i++) {
            if (column.text().lengths[i] == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean isSolid() {
        return !leavesOut && super.isSolid();
    }

    @Override
    void fold(Segments segments, boolean first) {
        int skipped = first ? 1 : 0;
        // The column's own uniform level: it says whether text was spread over slots.
        int uniform = column.uniformLevel();
        if (uniform == definedAt) {
            if (column.text().isConstant()) {
                segments.constant(
                        column.text().text, column.text().offsets[0] + skipped, column.text().lengths[0] - skipped);
            } else {
                segments.values(column.text(), skipped);
            }
        } else if (uniform >= 0) {
            foldNull(segments, first);
        } else if (!isSilent()) {
            segments.values(column.text(), skipped);
        }
    }
}
