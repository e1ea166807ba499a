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
     * @return a reader for each leaf column, in the schema's order
     */
    PageReader[] open(int index);

    @Override
    void close();
}
