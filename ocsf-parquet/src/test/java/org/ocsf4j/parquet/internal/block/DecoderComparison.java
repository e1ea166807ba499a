package org.ocsf4j.parquet.internal.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.internal.plain.PlainCursor;

/** Converts a file by both decoders and tells the first difference. */
public final class DecoderComparison {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REFUSED = "refused: ";

    /** The block decoder passes over an annotation that does not fit its type; the library that the plain one uses does not. */
    private static final String UNFIT_ANNOTATION = "the footer is malformed; java.lang.Illegal";

    /** Dictionary indices of no bits all are 0, however many the page's runs say that there are. */
    private static final String INDICES_WITHOUT_BITS = "Reading past RLE/BitPacking stream";

    private DecoderComparison() {}

    /**
     * Tells the first difference between what the two decoders make of a file.
     *
     * @param blockBatchBytes the batch size of the block decoder, so that blocks are cut in different places
     * @return null where both say the same
     */
    public static @Nullable String difference(
            ObjectContent content, long firstRow, ParquetOptions options, int blockBatchBytes) {
        EventBatch expected = new EventBatch(1, 1);
        EventBatch actual = new EventBatch(blockBatchBytes, Integer.MAX_VALUE);
        try (PlainCursor plain = new PlainCursor(content, firstRow, options);
                EventCursor blocks = BlockDecoder.open(content, firstRow, options)) {
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

    /**
     * Tells what the block decoder makes of an unsound file that it should refuse: where it has other rows than the plain
     * one. It checks levels and runs more closely, and so may refuse what the plain one reads; of values that were misread by
     * both, no spelling is right.
     */
    static @Nullable String credulity(ObjectContent content) {
        String actual = outcome(() -> BlockDecoder.open(content, 0, ParquetOptions.defaults()), content);
        if (actual.startsWith(REFUSED)) {
            return null;
        }
        String expected = outcome(() -> new PlainCursor(content, 0, ParquetOptions.defaults()), content);
        boolean agree = (!expected.startsWith(REFUSED) && rows(expected) == rows(actual))
                || expected.contains(UNFIT_ANNOTATION)
                || expected.contains(INDICES_WITHOUT_BITS);
        return agree ? null : brief(actual) + "\n where this is due: " + brief(expected);
    }

    private static long rows(String documents) {
        return documents.lines().count();
    }

    private static String brief(String outcome) {
        return outcome.substring(0, Math.min(300, outcome.length()));
    }

    private static String outcome(Supplier<EventCursor> decoder, ObjectContent content) {
        EventBatch batch = new EventBatch(1 << 16, Integer.MAX_VALUE);
        StringBuilder documents = new StringBuilder();
        try (EventCursor cursor = decoder.get()) {
            batch.clear(content.identity());
            while (cursor.fill(batch)) {
                documents.append(new String(batch.buffer(), 0, batch.sizeBytes(), StandardCharsets.UTF_8));
                batch.clear(content.identity());
            }
            return documents.toString();
        } catch (CorruptObjectException e) {
            return REFUSED + e.getMessage();
        }
    }
}
