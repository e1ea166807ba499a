package org.ocsf4j.parquet.internal.plain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.shape.Leaf;

/** Opens the columns of a row group and knows which page each of them is at. */
final class RowGroupReader implements PageReadStore {

    private final @Nullable PageReadStore pages;
    private final CheckedPages[] byColumn;
    private int opening;

    RowGroupReader(@Nullable PageReadStore pages, int columns) {
        this.pages = pages;
        this.byColumn = new CheckedPages[columns];
    }

    /** Puts every column at its first value. */
    void open(List<Leaf> leaves, MessageType schema, String createdBy, GroupConverter converters, Columns columns) {
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(this, converters, schema, createdBy);
        ColumnReader[] readers = new ColumnReader[leaves.size()];
        long[] valueCounts = new long[readers.length];
        for (opening = 0; opening < readers.length; opening++) {
            readers[opening] = store.getColumnReader(leaves.get(opening).descriptor());
            valueCounts[opening] = byColumn[opening].getTotalValueCount();
        }
        columns.reset(readers, valueCounts);
        opening = -1;
    }

    /** The column that was being opened, or -1 once all are. */
    int opening() {
        return opening;
    }

    /** The page that a column is at; -1 for its dictionary. */
    int page(int column) {
        CheckedPages checked = byColumn[column];
        return checked == null ? -1 : checked.page();
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor descriptor) {
        byColumn[opening] = new CheckedPages(pages().getPageReader(descriptor), descriptor);
        return byColumn[opening];
    }

    @Override
    public long getRowCount() {
        return pages().getRowCount();
    }

    @Override
    public Optional<PrimitiveIterator.OfLong> getRowIndexes() {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
    }

    private PageReadStore pages() {
        return Objects.requireNonNull(pages, "a schema without columns has no pages");
    }
}
