package org.ocsf4j.parquet.internal.filter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.column.NestedColumn;
import org.ocsf4j.parquet.internal.column.TextColumn;
import org.ocsf4j.parquet.internal.page.ChunkStatistics;
import org.ocsf4j.parquet.internal.page.ColumnChunk;
import org.ocsf4j.parquet.internal.page.RowGroup;
import org.ocsf4j.parquet.internal.shape.Leaf;

/** A filter on one field: on the values of its column, or on whether it is there. A row of lists matches by any element. */
final class ColumnTest extends RowTest {

    private final ColumnReader column;
    private final int prefixLength;

    /** Null where the field only has to be there. */
    private final @Nullable ValueTest values;

    private final int presentAt;

    // Values of a dictionary come again and again.
    private int lastOffset;
    private int lastLength;
    private boolean lastMatch;

    /**
     * @param column reads the values as they are
     * @param values what is asked of them; null where a definition level of {@code presentAt} is all that is asked
     */
    ColumnTest(ColumnReader column, @Nullable ValueTest values, int presentAt) {
        this.column = column;
        this.prefixLength = column.text().spelling().prefixLength();
        this.values = values;
        this.presentAt = presentAt;
    }

    @Override
    public void test(boolean[] matches, int rows) {
        lastOffset = -1;
        if (column instanceof NestedColumn nested) {
            testNested(nested, matches, rows);
        } else {
            testFlat(matches, rows);
        }
    }

    private void testFlat(boolean[] matches, int rows) {
        int uniform = column.uniformLevel();
        if (uniform >= 0
                && (values == null
                        || uniform < column.leaf().definedAt()
                        || column.text().isConstant())) {
            Arrays.fill(matches, 0, rows, values == null ? uniform >= presentAt : hasValue(uniform) && matches(0));
            return;
        }
        for (int i = 0; i < rows; i++) {
            int level = uniform >= 0 ? uniform : column.levels()[i];
            matches[i] = values == null ? level >= presentAt : hasValue(level) && matches(i);
        }
    }

    private void testNested(NestedColumn nested, boolean[] matches, int rows) {
        int uniform = nested.uniformEntry();
        if (uniform >= 0) {
            Arrays.fill(matches, 0, rows, values == null && uniform >= presentAt);
            return;
        }
        Arrays.fill(matches, 0, rows, false);
        byte[] repetitions = nested.repetitions();
        byte[] definitions = nested.definitions();
        boolean constant = nested.text().isConstant();
        int row = -1;
        int slot = -1;
        for (int i = 0; i < nested.entries(); i++) {
            row += repetitions[i] == 0 ? 1 : 0;
            slot += definitions[i] >= nested.elementAt() ? 1 : 0;
            if (!matches[row]) {
                matches[row] = values == null
                        ? definitions[i] >= presentAt
                        : hasValue(definitions[i]) && matches(constant ? 0 : slot);
            }
        }
    }

    private boolean hasValue(int level) {
        return level == column.leaf().definedAt();
    }

    private boolean matches(int index) {
        TextColumn text = column.text();
        int offset = text.offsets[index];
        int length = text.lengths[index];
        if (offset != lastOffset || length != lastLength) {
            lastOffset = offset;
            lastLength = length;
            // A number that JSON does not know has no text.
            lastMatch = values != null
                    && length > prefixLength
                    && values.matches(text.text, offset + prefixLength, offset + length);
        }
        return lastMatch;
    }

    @Override
    public boolean mayMatch(RowGroup group) {
        Leaf leaf = column.leaf();
        ColumnChunk chunk = group.columns().get(leaf.column());
        ChunkStatistics statistics = chunk.statistics();
        if (statistics == null) {
            return true;
        }
        if (statistics.nulls() == chunk.valueCount() && (values != null || presentAt == leaf.definedAt())) {
            return false;
        }
        return values == null || !statistics.hasBounds() || values.mayMatch(leaf.kind(), statistics);
    }
}
