package org.ocsf4j.fuzz.file;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.jspecify.annotations.Nullable;

/** The pages of one column chunk. Not thread-safe. */
public final class DraftChunk {

    private final int rowGroup;
    private final int column;
    private final LeafLevels leaf;
    private final List<DraftPage> pages;

    DraftChunk(int rowGroup, int column, LeafLevels leaf, List<DraftPage> pages) {
        this.rowGroup = rowGroup;
        this.column = column;
        this.leaf = leaf;
        this.pages = pages;
    }

    DraftChunk copy() {
        List<DraftPage> copies = new ArrayList<>(pages.size());
        pages.forEach(page -> copies.add(page.copy()));
        return new DraftChunk(rowGroup, column, leaf, copies);
    }

    public int rowGroup() {
        return rowGroup;
    }

    public int column() {
        return column;
    }

    public LeafLevels leaf() {
        return leaf;
    }

    /** The pages in the order of the file; may be changed. */
    public List<DraftPage> pages() {
        return pages;
    }

    /** The dictionary page, or null. */
    public @Nullable DraftPage dictionary() {
        for (DraftPage page : pages) {
            if (page.isDictionary()) {
                return page;
            }
        }
        return null;
    }

    /** The chunk's metadata in {@code draft}. */
    public ColumnMetaData metadata(Draft draft) {
        return Footers.metadata(
                Footers.columns(Footers.rowGroups(draft.footer()).get(rowGroup)).get(column));
    }
}
