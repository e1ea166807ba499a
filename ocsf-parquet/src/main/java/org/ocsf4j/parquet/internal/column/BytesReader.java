package org.ocsf4j.parquet.internal.column;

import static org.ocsf4j.parquet.internal.page.ByteOrderAccess.int32;

import org.ocsf4j.parquet.internal.page.Encodings;
import org.ocsf4j.parquet.internal.page.MalformedException;
import org.ocsf4j.parquet.internal.page.MemoryBudget;
import org.ocsf4j.parquet.internal.page.Page;

/**
 * The values of one page of BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY or INT96 as ranges of {@link #source}; dictionary indices
 * aside. Ranges are valid until the next read. Eight bytes may be loaded wherever one may.
 */
final class BytesReader {

    /** The longest value that prefixes may build up; page limits bound the others. */
    private static final int MAX_VALUE_BYTES = 64 << 20;

    private static final int INITIAL = 256;

    /** Fixed size of a value, 0 where each has its own. */
    private final int width;

    private final MemoryBudget budget;

    private int encoding;
    private byte[] page = new byte[0];
    private int position;
    private int end;
    private int streamLength;
    private int streamPosition;
    private final DeltaReader prefixes = new DeltaReader();
    private final DeltaReader lengthsReader = new DeltaReader();
    private long[] prefixLengths = new long[0];
    private long[] suffixLengths = new long[0];
    private byte[] built = new byte[0];
    private byte[] previous = new byte[0];
    private int previousLength;

    /** What {@link #starts} points into. */
    byte[] source = new byte[0];

    int[] starts = new int[INITIAL];
    int[] lengths = new int[INITIAL];

    BytesReader(int width, MemoryBudget budget) {
        this.width = width;
        this.budget = budget;
    }

    void init(Page next) {
        encoding = next.encoding == Encodings.PLAIN_DICTIONARY ? Encodings.PLAIN : next.encoding; // dictionary pages
        page = next.bytes;
        position = next.valuesStart;
        end = next.valuesEnd;
        switch (encoding) {
            case Encodings.PLAIN -> {}
            case Encodings.BYTE_STREAM_SPLIT -> {
                require(width > 0 && (end - position) % width == 0);
                streamLength = (end - position) / width;
                streamPosition = 0;
            }
            case Encodings.DELTA_LENGTH_BYTE_ARRAY -> {
                require(width == 0);
                lengthsReader.init(page, position, end, next.valueCount);
                position = DeltaReader.skip(page, position, end, next.valueCount);
            }
            case Encodings.DELTA_BYTE_ARRAY -> {
                prefixes.init(page, position, end, next.valueCount);
                position = DeltaReader.skip(page, position, end, next.valueCount);
                lengthsReader.init(page, position, end, next.valueCount);
                position = DeltaReader.skip(page, position, end, next.valueCount);
                previousLength = 0;
            }
            default -> throw new MalformedException("the encoding does not go with the column's type; " + encoding);
        }
    }

    void read(int count) {
        if (starts.length < count) {
            starts = budget.grown(starts, count);
            lengths = budget.grown(lengths, count);
        }
        switch (encoding) {
            case Encodings.PLAIN -> {
                source = page;
                if (width > 0) {
                    fixed(count);
                } else {
                    variable(count);
                }
            }
            case Encodings.BYTE_STREAM_SPLIT -> split(count);
            case Encodings.DELTA_LENGTH_BYTE_ARRAY -> {
                source = page;
                behindLengths(count);
            }
            default -> behindPrefixes(count);
        }
    }

    private void variable(int count) {
        int at = position;
        for (int i = 0; i < count; i++) {
            if (end - at < 4) {
                throw endsEarly();
            }
            int length = int32(page, at);
            at += 4;
            if (length < 0 || length > end - at) {
                throw new MalformedException(
                        "a value is longer than its page; " + length + " bytes, left " + (end - at));
            }
            starts[i] = at;
            lengths[i] = length;
            at += length;
        }
        position = at;
    }

    private void fixed(int count) {
        if ((long) width * count > end - position) {
            throw endsEarly();
        }
        for (int i = 0; i < count; i++) {
            starts[i] = position;
            lengths[i] = width;
            position += width;
        }
    }

    private void split(int count) {
        if (count > streamLength - streamPosition) {
            throw endsEarly();
        }
        room(Math.toIntExact((long) count * width));
        source = built;
        int at = 0;
        for (int i = 0; i < count; i++, streamPosition++) {
            starts[i] = at;
            lengths[i] = width;
            for (int k = 0; k < width; k++) {
                built[at++] = page[position + k * streamLength + streamPosition];
            }
        }
    }

    private void behindLengths(int count) {
        suffixLengths = longs(suffixLengths, count);
        lengthsReader.read(suffixLengths, 0, count);
        for (int i = 0; i < count; i++) {
            starts[i] = position;
            lengths[i] = suffix(suffixLengths[i]);
            position += lengths[i];
        }
    }

    private int suffix(long length) {
        if (length < 0 || length > end - position) {
            throw new MalformedException(
                    "a value is longer than its page; " + length + " bytes, left " + (end - position));
        }
        return (int) length;
    }

    private void behindPrefixes(int count) {
        prefixLengths = longs(prefixLengths, count);
        suffixLengths = longs(suffixLengths, count);
        prefixes.read(prefixLengths, 0, count);
        lengthsReader.read(suffixLengths, 0, count);
        int at = 0;
        int before = 0;
        byte[] beforeBytes = previous;
        for (int i = 0; i < count; i++) {
            int suffix = suffix(suffixLengths[i]);
            long prefix = prefixLengths[i];
            if (prefix < 0 || prefix > previousLength) {
                throw new MalformedException("a value's prefix is longer than the value before; " + prefix
                        + " bytes, before " + previousLength);
            }
            int length = (int) prefix + suffix;
            if ((width > 0 && length != width) || (long) at + length > MAX_VALUE_BYTES) {
                throw new MalformedException("a value built from prefixes has an impossible length; " + length);
            }
            boolean own = beforeBytes == built;
            room(at + length);
            if (own) {
                beforeBytes = built;
            }
            System.arraycopy(beforeBytes, before, built, at, (int) prefix);
            System.arraycopy(page, position, built, at + (int) prefix, suffix);
            position += suffix;
            starts[i] = at;
            lengths[i] = length;
            beforeBytes = built;
            before = at;
            previousLength = length;
            at += length;
        }
        if (previous.length < previousLength) {
            previous = budget.grown(previous, previousLength);
        }
        System.arraycopy(beforeBytes, before, previous, 0, previousLength);
        source = built;
    }

    private void room(int size) {
        if (built.length < size + Page.PADDING) {
            built = budget.grown(built, Math.max(size, built.length * 2) + Page.PADDING);
        }
    }

    private long[] longs(long[] array, int count) {
        return array.length < count ? budget.grown(array, count) : array;
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw new MalformedException("the values section does not go with its encoding or the column's type");
        }
    }

    private static MalformedException endsEarly() {
        return new MalformedException("a page ends before its value count");
    }
}
