package org.ocsf4j.fuzz.judge;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.fuzz.FuzzCase;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import org.ocsf4j.transform.RowFilter;

/** Reads a file to its end and holds what happens to what the decoder promises. Thread-safe. */
public final class Judge {

    /** A file may honestly declare 2^31 rows of nulls; the judge has seen enough of it after so many. */
    static final long ENOUGH_ROWS = 60_000;

    /** Likewise for a few long values that repeat. */
    static final long ENOUGH_BYTES = 24L << 20;

    private static final int BATCH_BYTES = 1 << 18;
    private static final int BATCH_EVENTS = 4_096;

    private final Decoders decoders;

    public Judge(Decoders decoders) {
        this.decoders = decoders;
    }

    /** Reads the case's file; {@code checkJson} parses its rows too. Never throws. */
    public Verdict judge(FuzzCase fuzzCase, boolean checkJson) {
        Reading reading = new Reading(fuzzCase, checkJson);
        try {
            return reading.run(decoders.of(fuzzCase.manner()));
        } catch (OcsfException e) {
            return refusal(fuzzCase, e, reading);
        } catch (Throwable e) { // whatever it is, it is the verdict
            return thrown(e, reading.rows);
        }
    }

    private static Verdict thrown(Throwable e, long rows) {
        if (isCausedBy(e, OutOfMemoryError.class)) {
            return Verdict.of(Outcome.OUT_OF_MEMORY, e, rows);
        }
        if (isCausedBy(e, StackOverflowError.class)) {
            return Verdict.of(Outcome.STACK_OVERFLOW, e, rows);
        }
        return Verdict.of(Outcome.FOREIGN_EXCEPTION, e, rows);
    }

    private static Verdict refusal(FuzzCase fuzzCase, OcsfException e, Reading reading) {
        if (isCausedBy(e, OutOfMemoryError.class) || isCausedBy(e, StackOverflowError.class)) {
            return thrown(e, reading.rows);
        }
        if (!(e instanceof CorruptObjectException)) {
            return Verdict.of(Outcome.FOREIGN_EXCEPTION, e, reading.rows); // bytes in memory are always available
        }
        if (reading.jsonFault != null) {
            return new Verdict(Outcome.INVALID_JSON, reading.jsonFault, e, reading.rows);
        }
        ParquetPlace place = placeOf(e);
        String message = String.valueOf(e.getMessage());
        boolean named = place != null && message.startsWith("[s3://fuzz/" + fuzzCase.source());
        boolean placed = place != null && (place.column() != null || message.contains("column "));
        boolean allowed = named && (placed || !fuzzCase.footerIntact());
        return Verdict.of(allowed ? Outcome.REFUSED : Outcome.NO_PLACE, e, reading.rows);
    }

    /** Where a refusal says that the fault is; null where it does not. */
    public static @Nullable ParquetPlace placeOf(Throwable refusal) {
        if (refusal instanceof ParquetFormatException malformed) {
            return malformed.place();
        }
        return refusal instanceof ParquetUnsupportedException unsupported ? unsupported.place() : null;
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        @Nullable Throwable at = e;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (type.isInstance(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /** One walk over the rows. */
    private static final class Reading {

        private final FuzzCase fuzzCase;
        private final boolean checkJson;
        private final EventBatch batch = new EventBatch(BATCH_BYTES, BATCH_EVENTS);
        private long rows;
        private long nextRow;
        private @Nullable String jsonFault;

        Reading(FuzzCase fuzzCase, boolean checkJson) {
            this.fuzzCase = fuzzCase;
            this.checkJson = checkJson;
            this.nextRow = fuzzCase.firstRow();
        }

        Verdict run(EventDecoder decoder) {
            try (MemoryContent content = new MemoryContent(fuzzCase.source() + ".parquet", fuzzCase.bytes());
                    EventCursor cursor = decoder.open(content, fuzzCase.firstRow())) {
                return read(cursor, content);
            }
        }

        private Verdict read(EventCursor cursor, MemoryContent content) {
            long bytes = 0;
            boolean more = true;
            while (more) {
                batch.clear(content.identity());
                try {
                    more = cursor.fill(batch);
                } finally {
                    takeRows();
                }
                if (jsonFault != null) {
                    return Verdict.of(Outcome.INVALID_JSON, jsonFault, rows);
                }
                if (!ordinalsFollow()) {
                    return Verdict.of(Outcome.WRONG_ROWS, "ordinals do not follow; " + batch, rows);
                }
                if (more != batch.count() > 0) {
                    return Verdict.of(Outcome.WRONG_ROWS, "fill returned " + more + " for " + batch, rows);
                }
                bytes += batch.sizeBytes();
                if (rows > ENOUGH_ROWS || bytes > ENOUGH_BYTES) {
                    return Verdict.of(Outcome.READ_IN_PART, "stopped after " + rows + " rows", rows);
                }
            }
            return atEnd(cursor);
        }

        private void takeRows() {
            rows += batch.count();
            if (checkJson && jsonFault == null) {
                jsonFault = JsonLines.fault(batch);
            }
        }

        /** Every row has its ordinal; where rows are filtered, ordinals grow. */
        private boolean ordinalsFollow() {
            boolean filtered = !fuzzCase.manner().transform().filter().equals(RowFilter.EVERY_ROW);
            for (int i = 0; i < batch.count(); i++) {
                long row = batch.row(i);
                if (filtered ? row < nextRow : row != nextRow) {
                    return false;
                }
                nextRow = row + 1;
            }
            return true;
        }

        private Verdict atEnd(EventCursor cursor) {
            Long declared = fuzzCase.footerIntact() ? (Long) fuzzCase.sourceRows() : DeclaredRows.of(fuzzCase.bytes());
            if (declared == null) {
                return Verdict.of(Outcome.WRONG_ROWS, "read to the end; the footer's row counts do not add up", rows);
            }
            long expected = Math.max(0, declared - fuzzCase.firstRow());
            if (rows + cursor.filteredRows() != expected || cursor.totalRows() != declared) {
                return Verdict.of(
                        Outcome.WRONG_ROWS,
                        "read " + rows + " rows, filtered " + cursor.filteredRows() + "; the footer declares "
                                + declared + ", the cursor " + cursor.totalRows(),
                        rows);
            }
            return new Verdict(Outcome.READ, null, null, rows);
        }
    }
}
