package org.ocsf4j.parquet.internal.block;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.filter.FilterPlan;
import org.ocsf4j.parquet.internal.filter.RowTest;
import org.ocsf4j.parquet.internal.json.Tally;
import org.ocsf4j.parquet.internal.page.MalformedException;
import org.ocsf4j.parquet.internal.page.PageSource;
import org.ocsf4j.parquet.internal.page.RowGroup;
import org.ocsf4j.parquet.internal.shape.EventColumns;
import org.ocsf4j.parquet.internal.shape.RowShape;
import org.ocsf4j.parquet.internal.shape.ShapeTransform;
import org.ocsf4j.parquet.internal.shape.StructShape;
import org.ocsf4j.transform.RowFilter;
import org.ocsf4j.transform.Transform;

/**
 * Walks the rows of one file a block at a time. A block is up to a thousand rows of one row group, few enough that their text
 * stays in the processor's cache; for each block:
 *
 * <pre>
 * read      every column decodes its levels and values; a value is a range of text that is ready to be copied, and what is
 *           the same in all rows is noted as such                                                        {@link ColumnReader}
 * settle    the plan learns from the levels what is there, and checks that columns agree                        {@link Node}
 * fold      the plan is reduced to what this block needs: null columns vanish, constants melt together      {@link Segments}
 * measure   segment by segment, every row learns its length; documents over the limit end here
 * write     segment by segment, every row is written into its place in the batch
 * </pre>
 *
 * <p>A batch that is full takes part of a block; the next one takes the rest, with nothing done twice but the write.
 */
public final class BlockCursor implements EventCursor {

    private static final int MAX_ROWS = 1024;

    /** Text of one block that stays in a core's second-level cache along with the columns' text. */
    private static final int BLOCK_BYTES = 160 << 10;

    private final PageSource source;
    private final ParquetPlace file;
    private final int maxDocumentBytes;
    private final ColumnReader[] columns;

    /** So many of the columns, the first ones, are written; the others are read for the tap and the filter. */
    private final int columnsWritten;

    private final StructNode root;
    private final boolean[] wanted;
    private final List<MapKeys> keys;
    private final Tally variants;
    private final EventTap tap;
    private final @Nullable RowTest filter;
    private final Segments segments = new Segments();

    private int rowGroup = -1;
    private int endRowGroup;
    private boolean isOpen;
    private long rowsLeft;
    private long nextRow;
    private final long firstRow;
    private ConversionCounts countedInSkipped = ConversionCounts.NONE;
    private long filteredRows;

    // The block: rows blockFrom..blockRows are to be written.
    private int blockRows;
    private int blockFrom;
    private final int[] lengths = new int[MAX_ROWS];
    private final int[] positions = new int[MAX_ROWS];
    private int rowsPerBlock = 64;

    /** Which of the block's rows are written; only where there is a filter. */
    private final boolean[] matches;

    private @Nullable OcsfException failure;

    /**
     * @param source closed with the cursor
     * @param row the shape of its schema
     * @param firstRow the first row to return
     */
    public BlockCursor(PageSource source, RowShape row, ParquetPlace file, long firstRow, ParquetOptions options) {
        Transform transform = options.transform();
        EventColumns told = EventColumns.of(row);
        StructShape written = ShapeTransform.apply(row.root(), transform.rules());
        PlanBuilder builder =
                new PlanBuilder(row, written, told, options.writeNulls(), options.maxDocumentBytes(), source.budget());
        this.source = source;
        this.file = file;
        this.firstRow = firstRow;
        this.maxDocumentBytes = options.maxDocumentBytes();
        this.root = builder.build();
        this.endRowGroup = source.metadata().rowGroups().size();
        this.columnsWritten = builder.readers().size();
        this.tap = new EventTap(told, builder::original);
        this.filter = transform.filter().equals(RowFilter.EVERY_ROW)
                ? null
                : FilterPlan.compile(transform.filter(), row, builder::original);
        this.matches = new boolean[filter == null ? 0 : MAX_ROWS];
        this.columns = builder.readers().toArray(ColumnReader[]::new);
        this.keys = builder.keys();
        this.variants = builder.variants();
        this.wanted = new boolean[row.leaves().size()];
        for (ColumnReader column : columns) {
            wanted[column.leaf().column()] = true;
        }
    }

    /** Goes on with this row group, and ends behind it. The one before has to have ended. */
    public void moveTo(int only) {
        List<RowGroup> groups = source.metadata().rowGroups();
        nextRow = 0;
        for (int i = 0; i < only; i++) {
            nextRow += groups.get(i).rowCount();
        }
        rowGroup = only - 1;
        endRowGroup = only + 1;
    }

    @Override
    public long totalRows() {
        return source.metadata().rowCount();
    }

    @Override
    public long filteredRows() {
        return filteredRows;
    }

    @Override
    public ConversionCounts counts() {
        ConversionCounts all = counted();
        return new ConversionCounts(
                all.nonFiniteNumbers() - countedInSkipped.nonFiniteNumbers(),
                all.invalidUtf8() - countedInSkipped.invalidUtf8(),
                all.duplicateKeys() - countedInSkipped.duplicateKeys());
    }

    private ConversionCounts counted() {
        long nonFinite = variants.counts().nonFiniteNumbers();
        long invalid = variants.counts().invalidUtf8();
        for (int i = 0; i < columnsWritten; i++) {
            ColumnReader column = columns[i];
            nonFinite += column.text().nonFiniteNumbers();
            invalid += column.text().invalidUtf8();
        }
        long duplicates = 0;
        for (MapKeys map : keys) {
            duplicates += map.duplicates();
        }
        return new ConversionCounts(nonFinite, invalid, duplicates);
    }

    @Override
    public boolean fill(EventBatch batch) {
        if (failure != null) {
            throw failure;
        }
        int before = batch.count();
        try {
            while (!batch.isFull() && advance()) {
                write(batch);
            }
        } catch (OcsfException e) {
            failure = e;
            throw e;
        } catch (MalformedException e) {
            failure = new ParquetFormatException(file.withRowGroup(rowGroup), String.valueOf(e.getMessage()), e);
            throw failure;
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | ArithmeticException e) {
            // A check that is missing above: still the file's fault, and still said so.
            failure = new ParquetFormatException(file.withRowGroup(rowGroup), "the values cannot be read; " + e, e);
            throw failure;
        }
        return batch.count() > before;
    }

    /** Makes sure that a row of a block is next; false at the end of the file. */
    private boolean advance() {
        while (blockFrom == blockRows) {
            if (rowsLeft == 0 && !nextRowGroup()) {
                return false;
            }
            if (rowsLeft > 0) {
                readBlock();
            }
        }
        return true;
    }

    private boolean nextRowGroup() {
        List<RowGroup> groups = source.metadata().rowGroups();
        if (isOpen) {
            isOpen = false;
            for (ColumnReader column : columns) {
                column.finish();
            }
        }
        while (++rowGroup < endRowGroup) {
            long rows = groups.get(rowGroup).rowCount();
            boolean due = nextRow + rows > firstRow && rows > 0;
            if (due && (filter == null || filter.mayMatch(groups.get(rowGroup)))) {
                open(rows);
                expectNext();
                return true;
            }
            filteredRows += due ? nextRow + rows - Math.max(nextRow, firstRow) : 0;
            nextRow += rows;
        }
        return false;
    }

    /** Rows from the one on that is to be returned first have begun, so that all row groups to come are due. */
    private void expectNext() {
        List<RowGroup> groups = source.metadata().rowGroups();
        for (int next = rowGroup + 1; next < endRowGroup; next++) {
            if (groups.get(next).rowCount() > 0 && (filter == null || filter.mayMatch(groups.get(next)))) {
                source.expect(next, wanted);
                return;
            }
        }
    }

    private void open(long rows) {
        ParquetPlace place = file.withRowGroup(rowGroup);
        if (source.budget().isHalfUsed()) {
            for (ColumnReader column : columns) {
                column.shrink();
            }
        }
        source.open(rowGroup, wanted);
        for (ColumnReader column : columns) {
            column.open(source.pages(column.leaf().column()), place);
        }
        rowsLeft = rows;
        isOpen = true;
    }

    /** Reads, settles, folds and measures. */
    private void readBlock() {
        boolean skipped = nextRow < firstRow;
        int rows = (int) Math.min(skipped ? Math.min(rowsLeft, firstRow - nextRow) : rowsLeft, rowsPerBlock);
        for (ColumnReader column : columns) {
            rows = column.rowsReady(rows);
        }
        for (ColumnReader column : columns) {
            column.read(rows);
        }
        root.settle(rows);
        rowsLeft -= rows;
        blockRows = rows;
        blockFrom = 0;
        if (skipped) {
            blockFrom = rows;
            nextRow += rows;
            countedInSkipped = counted();
            return;
        }
        if (filter != null && !anyMatches(filter, rows)) {
            blockFrom = rows;
            nextRow += rows;
            filteredRows += rows;
            return;
        }
        segments.clear();
        root.fold(segments, false);
        segments.constant(LINE_FEED, 0, 1);
        segments.measure(lengths, rows);
        tap.beginBlock();
        adapt(rows);
    }

    private static final byte[] LINE_FEED = {'\n'};

    /** Sizes the next block by this one. */
    private void adapt(int rows) {
        long bytes = 0;
        for (int i = 0; i < rows; i++) {
            bytes += lengths[i];
        }
        long fitting = (long) BLOCK_BYTES * rows / Math.max(1, bytes);
        rowsPerBlock = (int) Math.max(16, Math.min(MAX_ROWS, fitting));
    }

    private boolean anyMatches(RowTest test, int rows) {
        test.test(matches, rows);
        for (int i = 0; i < rows; i++) {
            if (matches[i]) {
                return true;
            }
        }
        return false;
    }

    /** Writes as many of the block's rows as the batch takes, up to the next one that is filtered. */
    private void write(EventBatch batch) {
        if (filter != null && !matches[blockFrom]) {
            blockFrom++;
            nextRow++;
            filteredRows++;
            return;
        }
        int from = blockFrom;
        int start = batch.sizeBytes();
        int byteLimit = batch.bytesUntilFull();
        int last = (int) Math.min(blockRows, (long) from + batch.eventsUntilFull());
        int to = from;
        int size = 0;
        while (to < last
                && size < byteLimit
                && lengths[to] - 1 <= maxDocumentBytes
                && (filter == null || matches[to])) {
            positions[to] = start + size;
            size += lengths[to++];
        }
        if (to == from) {
            throw new ParquetFormatException(
                    file.withRowGroup(rowGroup).withColumn(longestColumn()),
                    "the document is longer than the limit; row " + nextRow + ", limit " + maxDocumentBytes
                            + " bytes; raise maxDocumentBytes if the file is sound");
        }
        int waste = start + size;
        byte[] buffer = batch.ensureRoom(start, size + wasteRoom());
        Copies.touch(buffer, start, waste);
        segments.write(buffer, positions, from, to, waste);
        append(batch, from, to);
        blockFrom = to;
    }

    /** The column with the longest value of the block: most likely the one that is to blame. */
    private @Nullable String longestColumn() {
        String path = null;
        int longest = 0;
        for (ColumnReader column : columns) {
            if (column.slots() > 0 && column.text().longest() > longest) {
                longest = column.text().longest();
                path = column.leaf().path();
            }
        }
        return path;
    }

    private void append(EventBatch batch, int from, int to) {
        if (tap.isOneClass()) {
            EventClass only = tap.eventClass(from);
            for (int i = from; i < to; i++) {
                batch.appendLine(positions[i] - 1, nextRow++, only, tap.timeMillis(i));
            }
        } else {
            for (int i = from; i < to; i++) {
                batch.appendLine(positions[i] - 1, nextRow++, tap.eventClass(i), tap.timeMillis(i));
            }
        }
    }

    private int wasteRoom() {
        for (MapKeys map : keys) {
            if (map.hasDropped()) {
                return maxDocumentBytes;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        source.close();
    }
}
