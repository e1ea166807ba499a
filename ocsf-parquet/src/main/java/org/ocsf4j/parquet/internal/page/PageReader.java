package org.ocsf4j.parquet.internal.page;

/** Walks the pages of one column chunk. Not thread-safe. */
public interface PageReader {

    /**
     * Reads the chunk's dictionary page into {@code page}; asked once, before the first data page.
     *
     * @return false where the chunk has none
     */
    boolean readDictionary(Page page);

    /**
     * Reads the next data page into {@code page}.
     *
     * @return false where the chunk's values have all been read
     */
    boolean next(Page page);

    /** Whether the chunk has values that no page handed out yet. */
    boolean hasNext();

    /** The ordinal of the page that was being read last, for errors. */
    int ordinal();
}
