package org.ocsf4j.parquet.internal.page;

/**
 * The pages of one file, one row group at a time: opening a row group ends the one before. Not thread-safe. Whoever opened
 * it closes it.
 */
public interface PageSource extends AutoCloseable {

    FileMetadata metadata();

    /** What its readers and those who keep what they read share. */
    MemoryBudget budget();

    /**
     * Opens row group {@code index}.
     *
     * @param wanted for each leaf column, in the schema's order, whether {@link #pages} will be asked for it
     */
    void open(int index, boolean[] wanted);

    /** Says which row group is likely opened next, so that it may be read already. */
    void expect(int index, boolean[] wanted);

    /** A reader of a wanted column's pages, from the first page of the row group on. Each call gives another. */
    PageReader pages(int column);

    @Override
    void close();
}
