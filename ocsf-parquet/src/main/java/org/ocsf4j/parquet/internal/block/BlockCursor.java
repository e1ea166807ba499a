package org.ocsf4j.parquet.internal.block;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.json.Tally;
import org.ocsf4j.parquet.internal.page.MalformedException;
import org.ocsf4j.parquet.internal.page.PageReader;
import org.ocsf4j.parquet.internal.page.PageSource;
import org.ocsf4j.parquet.internal.page.RowGroup;
import org.ocsf4j.parquet.internal.shape.EventColumns;
import org.ocsf4j.parquet.internal.shape.RowShape;

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
    private final StructNode root;
    private final List<MapKeys> keys;
    private final Tally variants;
    private final EventTap tap;
    private final Segments segments = new Segments();

    private int rowGroup = -1;
    private long rowsLeft;
    private long nextRow;
    private final long firstRow;
    private ConversionCounts countedInSkipped = ConversionCounts.NONE;

    // The block: rows blockFrom..blockRows are to be written.
    private int blockRows;
    private int blockFrom;
    private final int[] lengths = new int[MAX_ROWS];
    private final int[] positions = new int[MAX_ROWS];
    private int rowsPerBlock = 64;

    private @Nullable OcsfException failure;

    /**
     * @param source closed with the cursor
     * @param row the shape of its schema
     * @param firstRow the first row to return
     */
    public BlockCursor(
            PageSource source,
            RowShape row,
            ParquetPlace file,
            long firstRow,
            boolean writeNulls,
            int maxDocumentBytes) {
        EventColumns told = EventColumns.of(row);
        PlanBuilder builder = new PlanBuilder(row, told, writeNulls, maxDocumentBytes);
        this.source = source;
        this.file = file;
        this.firstRow = firstRow;
        this.maxDocumentBytes = maxDocumentBytes;
        this.root = builder.build();
        this.columns = builder.columns;
        this.keys = builder.keys;
        this.variants = builder.variants;
        this.tap = new EventTap(told, columns);
    }

    @Override
    public long totalRows() {
        return source.metadata().rowCount();
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
        for (ColumnReader column : columns) {
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
        if (rowGroup >= 0 && rowGroup < groups.size()) {
            for (ColumnReader column : columns) {
                column.finish();
            }
        }
        while (++rowGroup < groups.size()) {
            long rows = groups.get(rowGroup).rowCount();
            if (nextRow + rows > firstRow && rows > 0) {
                open(rows);
                return true;
            }
            nextRow += rows;
        }
        return false;
    }

    private void open(long rows) {
        ParquetPlace place = file.withRowGroup(rowGroup);
        PageReader[] pages = source.open(rowGroup);
        for (int i = 0; i < columns.length; i++) {
            columns[i].open(pages[i], place);
        }
        rowsLeft = rows;
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

    /** Writes as many of the block's rows as the batch takes. */
    private void write(EventBatch batch) {
        int from = blockFrom;
        int start = batch.sizeBytes();
        int byteLimit = batch.bytesUntilFull();
        int last = (int) Math.min(blockRows, (long) from + batch.eventsUntilFull());
        int to = from;
        int size = 0;
        while (to < last && size < byteLimit && lengths[to] - 1 <= maxDocumentBytes) {
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
