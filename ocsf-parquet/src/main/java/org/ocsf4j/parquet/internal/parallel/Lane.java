package org.ocsf4j.parquet.internal.parallel;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.parquet.internal.block.BlockCursor;
import org.ocsf4j.parquet.internal.block.BlockFile;

/**
 * Converts one row group after another. Its cursor is used by the one thread that has the lane running; the rest is guarded
 * by the conversion's lock.
 */
final class Lane {

    enum State {
        /** Nobody works on it. */
        IDLE,
        /** The executor has been asked to; whoever comes first may. */
        QUEUED,
        /** One thread works on it. */
        RUNNING
    }

    private final BlockFile file;
    private final long firstRow;
    private final @Nullable Executor readAhead;
    private @Nullable BlockCursor cursor;
    private int cursorRowGroup = -1;
    private ConversionCounts counts = ConversionCounts.NONE;
    private long filtered;

    State state = State.IDLE;

    /** Whether the executor has a task of it that has not begun. */
    boolean hasTask;

    /** The row group that it is to go on with. */
    @Nullable
    GroupOutput output;

    Lane(BlockFile file, long firstRow, @Nullable Executor readAhead) {
        this.readAhead = readAhead;
        this.file = file;
        this.firstRow = firstRow;
    }

    /** Fills {@code batch} with rows of a row group; it is not full where that has ended. */
    void fill(int rowGroup, EventBatch batch) {
        BlockCursor rows = cursor;
        if (rows == null) {
            rows = file.cursor(firstRow, readAhead);
            cursor = rows;
        }
        if (cursorRowGroup != rowGroup) {
            cursorRowGroup = rowGroup;
            rows.moveTo(rowGroup);
        }
        rows.fill(batch);
    }

    /** What {@code batch} and the counts since the last time are. */
    Rows rows(EventBatch batch) {
        if (cursor == null) {
            return new Rows(batch, ConversionCounts.NONE, 0);
        }
        ConversionCounts all = cursor.counts();
        ConversionCounts more = new ConversionCounts(
                all.nonFiniteNumbers() - counts.nonFiniteNumbers(),
                all.invalidUtf8() - counts.invalidUtf8(),
                all.duplicateKeys() - counts.duplicateKeys());
        long moreFiltered = cursor.filteredRows() - filtered;
        counts = all;
        filtered += moreFiltered;
        return new Rows(batch, more, moreFiltered);
    }

    void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
