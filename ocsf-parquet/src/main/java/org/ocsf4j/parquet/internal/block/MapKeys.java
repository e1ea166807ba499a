package org.ocsf4j.parquet.internal.block;

import java.util.Arrays;

/** Finds the entries of a map that a later one with the same key supersedes. */
abstract class MapKeys {

    private boolean[] dropped = new boolean[0];
    private int droppedCount;
    private int droppedUntil;
    private long duplicates;

    /** Entries that were superseded so far. */
    final long duplicates() {
        return duplicates;
    }

    final boolean hasDropped() {
        return droppedCount > 0;
    }

    final boolean isDropped(int entry) {
        return droppedCount > 0 && dropped[entry];
    }

    /** Looks through the block's maps, of which number i has the entries {@code starts[i]} to {@code starts[i + 1]}. */
    final void findDuplicates(int[] starts, int maps, int entries) {
        if (droppedCount > 0) {
            Arrays.fill(dropped, 0, droppedUntil, false);
            droppedCount = 0;
        }
        find(starts, maps, entries);
    }

    /** Drops each entry that has the key of a later one of its map. */
    abstract void find(int[] starts, int maps, int entries);

    final void drop(int entry, int entries) {
        if (dropped.length < entries) {
            dropped = Arrays.copyOf(dropped, entries);
        }
        dropped[entry] = true;
        droppedUntil = entries;
        droppedCount++;
        duplicates++;
    }
}
