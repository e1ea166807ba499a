package org.ocsf4j.parquet.internal.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.internal.plain.PlainCursor;

/** Converts a file by both decoders and tells the first difference. */
final class DecoderComparison {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DecoderComparison() {}

    /**
     * Tells the first difference between what the two decoders make of a file.
     *
     * @param blockBatchBytes the batch size of the block decoder, so that blocks are cut in different places
     * @return null where both say the same
     */
    static @Nullable String difference(
            ObjectContent content, long firstRow, ParquetOptions options, int blockBatchBytes) {
        EventBatch expected = new EventBatch(1, 1);
        EventBatch actual = new EventBatch(blockBatchBytes, Integer.MAX_VALUE);
        try (PlainCursor plain = new PlainCursor(content, firstRow, options);
                EventCursor blocks = BlockDecoder.open(content, firstRow, options)) {
            if (blocks == null) {
                return null; // left to the plain decoder
            }
            long rows = 0;
            actual.clear(content.identity());
            while (blocks.fill(actual)) {
                for (int i = 0; i < actual.count(); i++) {
                    expected.clear(content.identity());
                    if (!plain.fill(expected)) {
                        return "a row too many, row " + actual.row(i) + ": " + actual.event(i);
                    }
                    String difference = difference(expected, actual, i);
                    if (difference != null) {
                        return difference;
                    }
                    rows++;
                }
                actual.clear(content.identity());
            }
            expected.clear(content.identity());
            if (plain.fill(expected)) {
                return "ends after " + rows + " rows, before " + expected.event(0);
            }
            return difference(plain.counts(), blocks.counts());
        }
    }

    private static @Nullable String difference(ConversionCounts expected, ConversionCounts actual) {
        return expected.equals(actual) ? null : "counts " + actual + " where " + expected + " are due";
    }

    private static @Nullable String difference(EventBatch expected, EventBatch actual, int index) {
        String row = "row " + expected.row(0) + ": ";
        if (actual.row(index) != expected.row(0)) {
            return row + "has ordinal " + actual.row(index);
        }
        if (!actual.eventClass(index).equals(expected.eventClass(0))) {
            return row + "class " + actual.eventClass(index) + " where " + expected.eventClass(0) + " is due";
        }
        if (actual.timeMillis(index) != expected.timeMillis(0)) {
            return row + "time " + actual.timeMillis(index) + " where " + expected.timeMillis(0) + " is due";
        }
        byte[] expectedJson = expected.event(0).toBytes();
        byte[] actualJson = actual.event(index).toBytes();
        if (Arrays.equals(expectedJson, actualJson)) {
            return null;
        }
        return row + actual.event(index) + "\n where this is due: " + expected.event(0)
                + (sameValue(expectedJson, actualJson) ? "\n (the same JSON value)" : "");
    }

    private static boolean sameValue(byte[] a, byte[] b) {
        try {
            JsonNode left = JSON.readTree(a);
            return left.equals(JSON.readTree(b));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the block decoder refuses the file, or leaves it to the plain one. */
    static boolean isRefused(ObjectContent content, ParquetOptions options) {
        EventBatch batch = new EventBatch(1 << 16, Integer.MAX_VALUE);
        try (EventCursor blocks = BlockDecoder.open(content, 0, options)) {
            if (blocks == null) {
                return true;
            }
            batch.clear(content.identity());
            while (blocks.fill(batch)) {
                batch.clear(content.identity());
            }
            return false;
        } catch (ParquetFormatException e) {
            return true;
        }
    }
}
