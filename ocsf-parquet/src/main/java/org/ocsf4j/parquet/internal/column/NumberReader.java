package org.ocsf4j.parquet.internal.column;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int32;
import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int64;

import org.ocsf4j.parquet.internal.page.Encodings;
import org.ocsf4j.parquet.internal.page.MalformedException;
import org.ocsf4j.parquet.internal.page.MemoryBudget;
import org.ocsf4j.parquet.internal.page.Page;

/** The values of one page of INT32, INT64, FLOAT, DOUBLE or BOOLEAN, as the bits of a long; dictionary indices aside. */
final class NumberReader {

    private final int width;

    private int encoding;
    private byte[] bytes = new byte[0];
    private int position;
    private int end;
    private int streamLength;
    private int bit;
    private final DeltaReader deltas = new DeltaReader();
    private final HybridReader runs = new HybridReader();
    private final MemoryBudget budget;
    private int[] booleans = new int[0];

    /** @param width bytes of a value: 4 or 8, and 0 for BOOLEAN */
    NumberReader(int width, MemoryBudget budget) {
        this.budget = budget;
        this.width = width;
    }

    void init(Page page) {
        encoding = page.encoding == Encodings.PLAIN_DICTIONARY ? Encodings.PLAIN : page.encoding; // dictionary pages
        bytes = page.bytes;
        position = page.valuesStart;
        end = page.valuesEnd;
        bit = 0;
        switch (encoding) {
            case Encodings.PLAIN -> {}
            case Encodings.DELTA_BINARY_PACKED -> {
                require(width != 0);
                deltas.init(bytes, position, end, page.valueCount);
            }
            case Encodings.BYTE_STREAM_SPLIT -> {
                require(width != 0 && (end - position) % width == 0);
                streamLength = (end - position) / width;
            }
            case Encodings.RLE -> {
                require(width == 0 && end - position >= 4);
                int length = int32(bytes, position);
                require(length >= 0 && length <= end - position - 4);
                runs.init(bytes, position + 4, position + 4 + length, 1);
            }
            default -> throw new MalformedException("the encoding does not go with the column's type; " + encoding);
        }
    }

    void read(long[] to, int count) {
        switch (encoding) {
            case Encodings.DELTA_BINARY_PACKED -> {
                deltas.read(to, 0, count);
                if (width == 4) {
                    for (int i = 0; i < count; i++) {
                        to[i] = (int) to[i];
                    }
                }
            }
            case Encodings.BYTE_STREAM_SPLIT -> split(to, count);
            case Encodings.RLE -> runs(to, count);
            default -> plain(to, count);
        }
    }

    private void plain(long[] to, int count) {
        long size = width == 0 ? (bit + (long) count + 7) >>> 3 : (long) width * count;
        if (size > end - position) {
            throw new MalformedException(
                    "a page ends before its value count; " + (end - position) + " bytes left for " + count + " values");
        }
        if (width == 8) {
            for (int i = 0, at = position; i < count; i++, at += 8) {
                to[i] = int64(bytes, at);
            }
            position += count << 3;
        } else if (width == 4) {
            for (int i = 0, at = position; i < count; i++, at += 4) {
                to[i] = int32(bytes, at);
            }
            position += count << 2;
        } else {
            for (int i = 0; i < count; i++, bit++) {
                to[i] = ((long) bytes[position + (bit >>> 3)] >>> (bit & 7)) & 1;
            }
        }
    }

    private void split(long[] to, int count) {
        if (count > streamLength - bit) {
            throw new MalformedException(
                    "a page ends before its value count; " + (streamLength - bit) + " values left");
        }
        for (int i = 0; i < count; i++, bit++) {
            long value = 0;
            for (int k = 0; k < width; k++) {
                value |= (bytes[position + k * streamLength + bit] & 0xFFL) << (k << 3);
            }
            to[i] = width == 4 ? (int) value : value;
        }
    }

    private void runs(long[] to, int count) {
        if (booleans.length < count) {
            booleans = budget.grown(booleans, count);
        }
        runs.read(booleans, 0, count);
        for (int i = 0; i < count; i++) {
            to[i] = booleans[i];
        }
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw new MalformedException("the values section does not go with its encoding or the column's type");
        }
    }
}
