package org.ocsf4j.parquet.internal.page;

/**
 * One page, decompressed, in a buffer that the next page of the column reuses. Sections are ranges of {@code bytes}; what a
 * page does not have is empty. Behind the last section {@link #PADDING} bytes may be read, their content undefined.
 */
public final class Page {

    /** So that eight bytes may be loaded wherever one may. */
    public static final int PADDING = 8;

    private final MemoryBudget budget;

    public byte[] bytes = new byte[PADDING];

    /** From 0; the dictionary page has none and says -1. */
    public int ordinal;

    /** Entries: values and nulls. Of a dictionary page, its values. */
    public int valueCount;

    /** The encoding of the values, a number of {@link Encodings}. */
    public int encoding;

    public int repetitionLevelEncoding;
    public int repetitionLevelsStart;
    public int repetitionLevelsEnd;
    public int definitionLevelEncoding;
    public int definitionLevelsStart;
    public int definitionLevelsEnd;
    public int valuesStart;
    public int valuesEnd;

    public Page(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Lets go of the bytes. */
    public void clear() {
        budget.release(bytes.length - PADDING);
        bytes = new byte[PADDING];
    }

    void ensure(int size) {
        if (bytes.length < size + PADDING) {
            int grown = Math.max(size, (int) Math.min(Integer.MAX_VALUE - 64L, bytes.length + (bytes.length >> 1)));
            clear(); // before the larger one is made
            budget.reserve(grown);
            bytes = new byte[grown + PADDING];
        }
    }
}
