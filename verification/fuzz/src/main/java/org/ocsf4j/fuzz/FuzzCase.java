package org.ocsf4j.fuzz;

import java.util.List;

/**
 * A file to be judged.
 *
 * @param seed the seed of the run
 * @param number the number of the case; with the seed it says everything
 * @param source the sound file that it was made from
 * @param sourceRows how many rows that has
 * @param mutators what was forged
 * @param bytes the file; not to be written to
 * @param footerIntact whether the footer says what it said, true places of the pages apart
 * @param firstRow the row to begin with
 * @param manner how it is read
 */
@SuppressWarnings("ArrayRecordComponent") // a file, never compared
public record FuzzCase(
        long seed,
        long number,
        String source,
        long sourceRows,
        List<String> mutators,
        byte[] bytes,
        boolean footerIntact,
        long firstRow,
        Manner manner) {

    public FuzzCase {
        mutators = List.copyOf(mutators);
    }

    @Override
    public String toString() {
        return "case " + number + " of seed " + seed + ": " + source + ", " + mutators + ", " + bytes.length
                + " bytes, from row " + firstRow + manner;
    }
}
