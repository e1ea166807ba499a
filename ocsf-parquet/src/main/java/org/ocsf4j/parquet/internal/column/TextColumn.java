package org.ocsf4j.parquet.internal.column;

import java.util.Arrays;
import java.util.Objects;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.internal.page.Encodings;
import org.ocsf4j.parquet.internal.page.MalformedException;
import org.ocsf4j.parquet.internal.page.MemoryBudget;
import org.ocsf4j.parquet.internal.page.Page;
import org.ocsf4j.parquet.internal.page.PageReader;
import org.ocsf4j.parquet.internal.shape.Leaf;

/**
 * The values of one column as ranges of text, whatever their encoding.
 *
 * <pre>
 * text = null | dictionary: spelt once for the chunk | values of other encodings: spelt anew for each block
 * </pre>
 *
 * <p>A value is {@code lengths[i]} bytes of {@link #text} from {@code offsets[i]}; where all values of a block are one
 * dictionary entry, {@link #isConstant} and entry 0 stands for all. Nulls are not counted here: values are dense.
 */
public final class TextColumn {

    /** Bytes that may be read or written behind any text. */
    private static final int SLACK = 64;

    private final ValueText spelling;
    private final MemoryBudget budget;
    private final @Nullable NumberReader numbers;
    private final @Nullable BytesReader bytes;
    private final HybridReader indices = new HybridReader();
    private final boolean tapped;
    private final int maxLength;

    /** The spelling of null is at the front. */
    private final int nullLength;

    public byte[] text;
    public int[] offsets = new int[0];
    public int[] lengths = new int[0];

    /** Of the block's values: the shortest and the longest. */
    private int shortest;

    private int longest;

    private int shortestEntry;
    private int longestEntry;
    private int dictionaryEnd;
    private int end;
    private long[] entries = new long[0];
    private int entryCount = -1;

    private boolean isIndexed;
    private boolean constant;

    // Only where they are asked for: numbers themselves, indices, and which entries were mended.
    private long[] entryNumbers = new long[0];
    private long[] tappedNumbers = new long[0];
    private long[] buffer = new long[0];
    private int[] blockIndices = new int[0];
    private byte @Nullable [] mended;
    private final @Nullable TextInterner interner;
    private int internedEntries;

    /**
     * @param tapped whether {@link #number} will be asked for
     * @param interned whether equal values of a block must have equal offsets
     * @param maxLength a value whose text is longer counts as this long, which is over the limit of a document
     */
    public TextColumn(
            Leaf leaf, ValueText spelling, boolean tapped, boolean interned, int maxLength, MemoryBudget budget) {
        PrimitiveType type = leaf.descriptor().getPrimitiveType();
        this.spelling = spelling;
        this.budget = budget;
        this.tapped = tapped;
        this.maxLength = maxLength;
        this.interner = interned ? new TextInterner(budget) : null;
        int width =
                switch (type.getPrimitiveTypeName()) {
                    case BOOLEAN, BINARY -> 0;
                    case INT32, FLOAT -> 4;
                    case INT64, DOUBLE -> 8;
                    case INT96 -> 12;
                    case FIXED_LEN_BYTE_ARRAY -> type.getTypeLength();
                };
        switch (type.getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> {
                this.numbers = null;
                this.bytes = new BytesReader(width, budget);
            }
            default -> {
                this.numbers = new NumberReader(width, budget);
                this.bytes = null;
            }
        }
        byte[] nullText = spelling.nullText();
        this.nullLength = nullText.length;
        this.text = Arrays.copyOf(nullText, Math.max(256, nullLength + SLACK));
        this.dictionaryEnd = nullLength;
        this.end = nullLength;
    }

    /** The length of no value of the block is below; those of slots without one aside. */
    public int shortest() {
        return shortest;
    }

    /** The length of no value of the block is above. */
    public int longest() {
        return longest;
    }

    /** Where in {@link #text} null is spelt, with its name. */
    public int nullLength() {
        return nullLength;
    }

    /** What it counts its arrays against. */
    public MemoryBudget budget() {
        return budget;
    }

    /** Lets go of the texts and of what dictionaries needed; before {@link #open}. */
    void shrink() {
        byte[] small = Arrays.copyOf(text, Math.max(256, nullLength + SLACK));
        budget.release(text.length - small.length + (long) Long.BYTES * entries.length);
        text = small;
        entries = new long[0];
    }

    public ValueText spelling() {
        return spelling;
    }

    /** Begins a column chunk; spells its dictionary. */
    public void open(PageReader pages, Page page) {
        dictionaryEnd = nullLength;
        end = nullLength;
        entryCount = -1;
        if (mended != null) {
            budget.release(mended.length);
            mended = null;
        }
        if (interner != null) {
            interner.truncate(0);
            interner.intern(text, 0, nullLength);
            internedEntries = 1;
        }
        if (pages.readDictionary(page)) {
            if (page.encoding != Encodings.PLAIN && page.encoding != Encodings.PLAIN_DICTIONARY) {
                throw new MalformedException("the encoding of a dictionary is not supported; " + page.encoding);
            }
            spellDictionary(page);
        }
    }

    private void spellDictionary(Page page) {
        int count = page.valueCount;
        offsets = ints(offsets, count);
        lengths = ints(lengths, count);
        if (numbers != null) {
            numbers.init(page);
        } else if (bytes != null) {
            bytes.init(page);
        }
        long mendedBefore = mendedCount();
        spell(0, count);
        if (interner != null) {
            internedEntries = interner.size();
        }
        if (entries.length < count) {
            entries = budget.grown(entries, count);
        }
        shortestEntry = Integer.MAX_VALUE;
        longestEntry = 0;
        for (int i = 0; i < count; i++) {
            entries[i] = ((long) offsets[i] << 32) | lengths[i];
            shortestEntry = Math.min(shortestEntry, lengths[i]);
            longestEntry = Math.max(longestEntry, lengths[i]);
        }
        if (tapped) {
            entryNumbers = longs(entryNumbers, count);
            System.arraycopy(buffer, 0, entryNumbers, 0, count);
        }
        entryCount = count;
        dictionaryEnd = end;
        if (mendedCount() != mendedBefore) {
            noteMended(count, mendedBefore);
        }
    }

    private long mendedCount() {
        return spelling.invalidUtf8 + spelling.nonFiniteNumbers;
    }

    /** Entries that had to be mended count each time that they are used, not when they are spelt. */
    private void noteMended(int count, long before) {
        budget.reserve(count); // until the row group ends
        byte[] flags = new byte[count];
        byte[] scratch = new byte[0];
        for (int i = 0; i < count; i++) {
            long utf8 = spelling.invalidUtf8;
            long numbersBefore = spelling.nonFiniteNumbers;
            if (bytes != null) {
                int room = spelling.roomForBytes(bytes.lengths[i]);
                scratch = scratch.length < room + SLACK ? new byte[room + SLACK] : scratch;
                spelling.bytes(bytes.source, bytes.starts[i], bytes.lengths[i], scratch, 0);
            } else {
                scratch = scratch.length == 0 ? new byte[spelling.roomForNumber() + SLACK] : scratch;
                spelling.number(buffer[i], scratch, 0);
            }
            flags[i] = (byte) (spelling.invalidUtf8 != utf8 ? 1 : spelling.nonFiniteNumbers != numbersBefore ? 2 : 0);
            spelling.invalidUtf8 = utf8;
            spelling.nonFiniteNumbers = numbersBefore;
        }
        mended = flags;
        int utf8 = 0;
        int nonFinite = 0;
        for (byte flag : flags) {
            utf8 += flag & 1;
            nonFinite += flag >>> 1;
        }
        spelling.invalidUtf8 -= utf8;
        spelling.nonFiniteNumbers -= nonFinite;
        assert mendedCount() == before : "each mended entry is counted once";
    }

    /** Begins the values of a data page. */
    public void openPage(Page page) {
        isIndexed = page.encoding == Encodings.RLE_DICTIONARY || page.encoding == Encodings.PLAIN_DICTIONARY;
        if (!isIndexed) {
            if (numbers != null) {
                numbers.init(page);
            } else if (bytes != null) {
                bytes.init(page);
            }
            return;
        }
        if (entryCount < 0) {
            throw new MalformedException("a page has dictionary indices, but its column chunk has no dictionary");
        }
        if (page.valuesStart < page.valuesEnd) {
            indices.init(page.bytes, page.valuesStart + 1, page.valuesEnd, page.bytes[page.valuesStart] & 0xFF);
        } else {
            indices.init(page.bytes, page.valuesStart, page.valuesEnd, 1); // fails if a value is read after all
        }
    }

    /** Begins a block: what was spelt for the one before is dropped. */
    public void beginBlock() {
        end = dictionaryEnd;
        constant = false;
        shortest = Integer.MAX_VALUE;
        longest = 0;
        if (interner != null) {
            interner.truncate(internedEntries);
        }
    }

    /** Whether all values of the block are the one at index 0. */
    public boolean isConstant() {
        return constant;
    }

    /** Reads the only {@code count} values of a block, one at least. */
    public void readAll(int count) {
        if (isIndexed) {
            int index = indices.peekUniform(count);
            if (index >= 0) {
                indices.skipUniform(count);
                useConstant(index, count);
                return;
            }
        }
        read(0, count);
    }

    private void useConstant(int index, int count) {
        long entry = entries[HybridReader.checkIndex(index, entryCount)];
        offsets = ints(offsets, 1);
        lengths = ints(lengths, 1);
        offsets[0] = (int) (entry >>> 32);
        lengths[0] = (int) entry;
        shortest = lengths[0];
        longest = lengths[0];
        constant = true;
        if (tapped) {
            tappedNumbers = longs(tappedNumbers, 1);
            tappedNumbers[0] = entryNumbers[index];
        }
        if (mended != null) {
            countMended(mended[index], count);
        }
    }

    private void countMended(int flag, int times) {
        spelling.invalidUtf8 += (long) (flag & 1) * times;
        spelling.nonFiniteNumbers += (long) (flag >>> 1) * times;
    }

    /** Writes a constant out, so that values can be addressed one by one. */
    public void expandConstant(int count) {
        offsets = ints(offsets, count);
        lengths = ints(lengths, count);
        Arrays.fill(offsets, 0, count, offsets[0]);
        Arrays.fill(lengths, 0, count, lengths[0]);
        if (tapped) {
            tappedNumbers = longs(tappedNumbers, count);
            Arrays.fill(tappedNumbers, 0, count, tappedNumbers[0]);
        }
        constant = false;
    }

    /** Reads {@code count} values to index {@code at} and on. */
    public void read(int at, int count) {
        offsets = ints(offsets, at + count);
        lengths = ints(lengths, at + count);
        if (isIndexed) {
            shortest = Math.min(shortest, shortestEntry);
            longest = Math.max(longest, longestEntry);
        }
        if (!isIndexed) {
            spell(at, count);
            for (int i = at; i < at + count; i++) {
                shortest = Math.min(shortest, lengths[i]);
                longest = Math.max(longest, lengths[i]);
            }
            if (tapped) {
                tappedNumbers = longs(tappedNumbers, at + count);
                System.arraycopy(buffer, 0, tappedNumbers, at, count);
            }
        } else if (tapped || mended != null) {
            readIndices(at, count);
        } else {
            indices.lookUp(entries, entryCount, offsets, lengths, at, count);
        }
    }

    private void readIndices(int at, int count) {
        blockIndices = ints(blockIndices, count);
        indices.read(blockIndices, 0, count);
        if (tapped) {
            tappedNumbers = longs(tappedNumbers, at + count);
        }
        for (int i = 0; i < count; i++) {
            int index = HybridReader.checkIndex(blockIndices[i], entryCount);
            long entry = entries[index];
            offsets[at + i] = (int) (entry >>> 32);
            lengths[at + i] = (int) entry;
            if (tapped) {
                tappedNumbers[at + i] = entryNumbers[index];
            }
            if (mended != null) {
                countMended(mended[index], 1);
            }
        }
    }

    /** Reads and spells values that are not dictionary indices. */
    private void spell(int at, int count) {
        spellEach(at, count);
        if (interner != null) {
            for (int i = at; i < at + count; i++) {
                offsets[i] = interner.intern(text, offsets[i], lengths[i]);
            }
        }
    }

    private void spellEach(int at, int count) {
        if (numbers != null) {
            buffer = longs(buffer, count);
            numbers.read(buffer, count);
            int room = spelling.roomForNumber();
            ensure(Math.multiplyExact(room, count));
            int position = end;
            for (int i = 0; i < count; i++) {
                int next = spelling.number(buffer[i], text, position);
                offsets[at + i] = position;
                lengths[at + i] = next - position;
                position = next;
            }
            end = position;
        } else if (bytes != null) {
            bytes.read(count);
            if (tapped) {
                tapBytes(count);
            }
            int position = end;
            for (int i = 0; i < count; i++) {
                int length = bytes.lengths[i];
                end = position;
                ensure(spelling.roomForBytes(length));
                int next = spelling.bytes(bytes.source, bytes.starts[i], length, text, position);
                offsets[at + i] = position;
                lengths[at + i] = Math.min(next - position, maxLength);
                position = next;
            }
            end = position;
        }
    }

    private void tapBytes(int count) {
        BytesReader read = Objects.requireNonNull(bytes);
        buffer = longs(buffer, count);
        for (int i = 0; i < count; i++) {
            buffer[i] = ValueText.int96(read.source, read.starts[i], read.lengths[i]);
        }
    }

    /** The number behind value {@code index}, of a column that is tapped; of an INT96 its nanoseconds since the epoch. */
    public long number(int index) {
        return tappedNumbers[index];
    }

    public long invalidUtf8() {
        return spelling.invalidUtf8;
    }

    public long nonFiniteNumbers() {
        return spelling.nonFiniteNumbers;
    }

    /**
     * Moves value {@code k} to the k-th slot whose level is {@code max}. A slot whose level is at least {@code nullFrom} gets
     * null, any other nothing.
     */
    public void spread(byte[] levels, int slots, int values, int max, int nullFrom) {
        offsets = ints(offsets, slots);
        lengths = ints(lengths, slots);
        boolean moveNumbers = tapped;
        if (moveNumbers) {
            tappedNumbers = longs(tappedNumbers, slots);
        }
        shortest = 0;
        int value = values;
        if (nullFrom > max && !moveNumbers) {
            spreadOverNothing(levels, slots, values, max);
            return;
        }
        for (int slot = slots - 1; slot >= 0; slot--) {
            int level = levels[slot];
            if (level == max) {
                value--;
                offsets[slot] = offsets[value];
                lengths[slot] = lengths[value];
                if (moveNumbers) {
                    tappedNumbers[slot] = tappedNumbers[value];
                }
            } else {
                offsets[slot] = 0;
                lengths[slot] = level >= nullFrom ? nullLength : 0;
            }
        }
        longest = Math.max(longest, nullLength);
    }

    /** Without a branch: a slot without a value takes the next value's offset, and the length 0. */
    private void spreadOverNothing(byte[] levels, int slots, int values, int max) {
        int[] from = offsets;
        int[] sizes = lengths;
        int value = values;
        for (int slot = slots - 1; slot >= 0; slot--) {
            int there = levels[slot] == max ? -1 : 0;
            value += there;
            from[slot] = from[value];
            sizes[slot] = sizes[value] & there;
        }
    }

    private void ensure(int more) {
        long needed = (long) end + more + SLACK;
        if (needed > text.length) {
            if (needed > Integer.MAX_VALUE - 64) {
                throw new MalformedException("the values of one block are too long; " + needed + " bytes");
            }
            text = budget.grown(text, (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 64L, text.length * 2L)));
        }
    }

    private int[] ints(int[] array, int count) {
        return array.length < count ? budget.grown(array, Math.max(count, array.length * 2)) : array;
    }

    private long[] longs(long[] array, int count) {
        return array.length < count ? budget.grown(array, Math.max(count, array.length * 2)) : array;
    }
}
