package org.ocsf4j.parquet.internal.parallel;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.parquet.ParquetConcurrency;
import org.ocsf4j.parquet.internal.block.BlockFile;

/**
 * The rows of one file, its row groups converted on several threads. Batches are handed over by exchanging their contents;
 * where a row group ends a batch is handed on that is half full, and rows are copied only into one that is less.
 */
public final class ParallelCursor implements EventCursor {

    private final BlockFile file;
    private final long firstRow;
    private final ParquetConcurrency concurrency;

    private @Nullable ParallelConversion conversion;
    private int batchBytes;
    private int batchEvents;
    private @Nullable Rows rows;

    /** The first event of {@link #rows} that has not been handed on. */
    private int position;

    /** Whether a batch goes back though it is not full, rather than that rows are copied. */
    private boolean isEnough;

    private ConversionCounts counts = ConversionCounts.NONE;
    private long filteredRows;

    public ParallelCursor(BlockFile file, long firstRow, ParquetConcurrency concurrency) {
        this.file = file;
        this.firstRow = firstRow;
        this.concurrency = concurrency;
    }

    @Override
    public boolean fill(EventBatch batch) {
        int before = batch.count();
        isEnough = false;
        while (!isEnough && !batch.isFull() && (rows != null || nextRows(batch))) {
            take(batch);
        }
        return batch.count() > before;
    }

    private boolean nextRows(EventBatch batch) {
        if (conversion == null) {
            batchBytes = batch.sizeBytes() + batch.bytesUntilFull();
            batchEvents = batch.count() + batch.eventsUntilFull();
            conversion = new ParallelConversion(file, firstRow, concurrency, batchBytes, batchEvents);
        }
        Rows next = conversion.next();
        if (next == null) {
            return false;
        }
        counts = counts.plus(next.counts());
        filteredRows += next.filtered();
        rows = next;
        position = 0;
        return true;
    }

    private void take(EventBatch batch) {
        if (rows == null || conversion == null) {
            throw new IllegalStateException("there are no rows to take");
        }
        if (position == 0 && batch.isEmpty()) {
            batch.swap(rows.batch());
            isEnough = 2L * batch.sizeBytes() >= batchBytes || 2L * batch.count() >= batchEvents;
        } else {
            position = batch.appendFrom(rows.batch(), position);
        }
        if (position >= rows.batch().count()) {
            conversion.giveBack(rows);
            rows = null;
        }
    }

    @Override
    public long totalRows() {
        return file.metadata().rowCount();
    }

    @Override
    public long filteredRows() {
        return filteredRows;
    }

    @Override
    public ConversionCounts counts() {
        return counts;
    }

    @Override
    public void close() {
        if (conversion != null) {
            conversion.close();
        }
    }
}
