package org.ocsf4j.parquet.internal.json;

import org.ocsf4j.event.ConversionCounts;

/** Counts what had to be altered. */
public final class Tally {

    private long nonFiniteNumbers;
    private long invalidUtf8;
    private long duplicateKeys;

    void nonFiniteNumber() {
        nonFiniteNumbers++;
    }

    void invalidUtf8() {
        invalidUtf8++;
    }

    void duplicateKeys(int count) {
        duplicateKeys += count;
    }

    public ConversionCounts counts() {
        return new ConversionCounts(nonFiniteNumbers, invalidUtf8, duplicateKeys);
    }
}
