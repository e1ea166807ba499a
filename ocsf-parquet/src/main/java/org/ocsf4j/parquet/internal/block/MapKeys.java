package org.ocsf4j.parquet.internal.block;

import java.util.Arrays;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.column.TextColumn;

/**
 * Finds the entries of a map that a later one with the same key supersedes. Equal keys of a block have equal offsets, see
 * {@link TextColumn#TextColumn}, so that a key's offset is looked up in an array of what was seen last.
 */
final class MapKeys {

    private final ColumnReader column;

    /** By the key's offset: 1 + the entry that had it last, in this block. */
    private int[] lastEntry = new int[0];

    private boolean[] dropped = new boolean[0];
    private int droppedCount;
    private int droppedUntil;
    private long duplicates;

    MapKeys(ColumnReader column) {
        this.column = column;
    }

    /** Entries that were superseded so far. */
    long duplicates() {
        return duplicates;
    }

    boolean hasDropped() {
        return droppedCount > 0;
    }

    boolean isDropped(int entry) {
        return droppedCount > 0 && dropped[entry];
    }

    void findDuplicates(int[] starts, int maps, int entries) {
        if (droppedCount > 0) {
            Arrays.fill(dropped, 0, droppedUntil, false);
            droppedCount = 0;
        }
        TextColumn text = column.text();
        if (text.isConstant()) {
            text.expandConstant(entries);
        }
        if (lastEntry.length < text.text.length) {
            lastEntry = new int[text.text.length];
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

    private void drop(int entry, int entries) {
        if (dropped.length < entries) {
            dropped = Arrays.copyOf(dropped, entries);
        }
        dropped[entry] = true;
        droppedUntil = entries;
        droppedCount++;
        duplicates++;
    }
}
