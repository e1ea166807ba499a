package org.ocsf4j.parquet.internal.filter;

import java.util.Arrays;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.column.NestedColumn;
import org.ocsf4j.parquet.internal.column.TextColumn;
import org.ocsf4j.parquet.internal.json.MalformedValueException;
import org.ocsf4j.parquet.internal.json.VariantWriter;
import org.ocsf4j.parquet.internal.page.RowGroup;

/** A variant that is there and is not null. A row of lists matches by any element. */
final class VariantTest extends RowTest {

    private final ColumnReader metadata;
    private final ColumnReader value;

    VariantTest(ColumnReader metadata, ColumnReader value) {
        this.metadata = metadata;
        this.value = value;
    }

    @Override
    public void test(boolean[] matches, int rows) {
        if (value instanceof NestedColumn nested) {
            testNested(nested, matches, rows);
            return;
        }
        for (int i = 0; i < rows; i++) {
            matches[i] = isThere(i);
        }
    }

    private void testNested(NestedColumn nested, boolean[] matches, int rows) {
        Arrays.fill(matches, 0, rows, false);
        if (nested.uniformEntry() >= 0) {
            return; // no row has an element
        }
        byte[] repetitions = nested.repetitions();
        byte[] definitions = nested.definitions();
        int row = -1;
        int slot = -1;
        for (int i = 0; i < nested.entries(); i++) {
            row += repetitions[i] == 0 ? 1 : 0;
            if (definitions[i] >= nested.elementAt()) {
                slot++;
                matches[row] |= isThere(slot);
            }
        }
    }

    private boolean isThere(int slot) {
        if (!hasValue(metadata, slot) || !hasValue(value, slot)) {
            return false;
        }
        try {
            return !VariantWriter.isNull(bytes(metadata, slot), bytes(value, slot));
        } catch (MalformedValueException e) {
            throw value.fault(e);
        }
    }

    private static boolean hasValue(ColumnReader column, int slot) {
        int level = column.uniformLevel() >= 0 ? column.uniformLevel() : column.levels()[slot];
        return level == column.leaf().definedAt();
    }

    private static byte[] bytes(ColumnReader column, int slot) {
        TextColumn text = column.text();
        int index = text.isConstant() ? 0 : slot;
        int start = text.offsets[index] + text.spelling().prefixLength();
        return Arrays.copyOfRange(text.text, start, text.offsets[index] + text.lengths[index]);
    }

    @Override
    public boolean mayMatch(RowGroup group) {
        return true;
    }
}
