package org.ocsf4j.parquet.internal.block;

import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.column.TextColumn;
import org.ocsf4j.parquet.internal.page.MalformedException;

/**
 * Keys that are a column. Equal keys of a block have equal offsets, see {@link TextColumn#TextColumn}, so that a key's offset
 * is looked up in an array of what was seen last.
 */
final class ColumnKeys extends MapKeys {

    private final ColumnReader column;

    /** By the key's offset: 1 + the entry that had it last, in this block. */
    private int[] lastEntry = new int[0];

    ColumnKeys(ColumnReader column) {
        this.column = column;
    }

    private int[] room(TextColumn text) {
        try {
            return text.budget().grown(lastEntry, text.text.length);
        } catch (MalformedException e) {
            throw column.fault(e);
        }
    }

    @Override
    void find(int[] starts, int maps, int entries) {
        TextColumn text = column.text();
        if (text.isConstant()) {
            text.expandConstant(entries);
        }
        if (lastEntry.length < text.text.length) {
            lastEntry = room(text);
        }
        int[] offsets = text.offsets;
        for (int map = 0; map < maps; map++) {
            int start = starts[map];
            int end = starts[map + 1];
            for (int entry = start; entry < end; entry++) {
                int earlier = lastEntry[offsets[entry]] - 1;
                lastEntry[offsets[entry]] = entry + 1;
                if (earlier >= start && earlier < entry && offsets[earlier] == offsets[entry]) {
                    drop(earlier, entries);
                }
            }
        }
    }
}
