package org.ocsf4j.parquet.internal.plain;

import java.io.IOException;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;

/**
 * The pages of one column chunk, counted, and held against what their decoders would otherwise allocate on the word of a
 * header.
 */
final class CheckedPages implements PageReader {

    private final PageReader pages;
    private final ColumnDescriptor column;
    private int page = -1;

    CheckedPages(PageReader pages, ColumnDescriptor column) {
        this.pages = pages;
        this.column = column;
    }

    /** The ordinal of the page that was read last; -1 stands for the dictionary. */
    int page() {
        return page;
    }

    @Override
    public DictionaryPage readDictionaryPage() {
        DictionaryPage dictionary = pages.readDictionaryPage();
        // an entry of nothing but a length, or a fixed one of one byte, is the least there is
        if (dictionary != null
                && dictionary.getDictionarySize() > dictionary.getBytes().size()) {
            throw new InconsistentLevelsException(
                    "the dictionary claims more entries than it has bytes; " + dictionary.getDictionarySize());
        }
        if (dictionary != null && dictionary.getDictionarySize() < 0) {
            throw new InconsistentLevelsException(
                    "the dictionary has a negative number of entries; " + dictionary.getDictionarySize());
        }
        return dictionary;
    }

    @Override
    public long getTotalValueCount() {
        return pages.getTotalValueCount();
    }

    @Override
    public DataPage readPage() {
        page++;
        DataPage data = pages.readPage();
        if (data == null) {
            throw new InconsistentLevelsException("the pages end before the values do");
        }
        if (data.getValueCount() < 0) {
            throw new InconsistentLevelsException("the page has a negative number of values; " + data.getValueCount());
        }
        if (data instanceof DataPageV1 v1) {
            requireLevelEncoding(v1, v1.getRlEncoding(), column.getMaxRepetitionLevel());
            requireLevelEncoding(v1, v1.getDlEncoding(), column.getMaxDefinitionLevel());
        }
        if (data instanceof DataPageV2 v2 && v2.getValueCount() > 0) {
            requireLevels(v2.getRepetitionLevels(), column.getMaxRepetitionLevel());
            requireLevels(v2.getDefinitionLevels(), column.getMaxDefinitionLevel());
        }
        try {
            checkDeltaCount(data);
        } catch (IOException e) {
            throw new InconsistentLevelsException("the page's levels are malformed; " + e.getMessage());
        }
        return data;
    }

    /**
     * Checksums do not cover headers. No writer that knows checksums packs levels in the encoding of 2013, which would take
     * any bytes for levels.
     */
    @SuppressWarnings("deprecation")
    private static void requireLevelEncoding(DataPageV1 page, Encoding encoding, int maxLevel) {
        if (maxLevel > 0 && encoding == Encoding.BIT_PACKED && page.getCrc().isPresent()) {
            throw new InconsistentLevelsException(
                    "the page header is damaged: levels in an encoding of the past; " + encoding);
        }
    }

    private static void requireLevels(BytesInput levels, int maxLevel) {
        if (maxLevel > 0 && levels.size() == 0) {
            throw new InconsistentLevelsException("the page header is damaged: the page has values but no levels");
        }
    }

    /** A delta-encoded page says again how many values it has, and its decoder makes room for them. */
    private void checkDeltaCount(DataPage data) throws IOException {
        ByteBufferInputStream in;
        Encoding encoding;
        if (data instanceof DataPageV1 v1) {
            encoding = v1.getValueEncoding();
            if (!isDelta(encoding)) {
                return;
            }
            in = v1.getBytes().toInputStream();
            skipLevels(in, v1.getRlEncoding(), column.getMaxRepetitionLevel(), data.getValueCount());
            skipLevels(in, v1.getDlEncoding(), column.getMaxDefinitionLevel(), data.getValueCount());
        } else {
            BytesInput values = ((DataPageV2) data).getData();
            encoding = ((DataPageV2) data).getDataEncoding();
            if (!isDelta(encoding)) {
                return;
            }
            in = values.toInputStream();
        }
        if (in.available() == 0) {
            return;
        }
        int blockValues = BytesUtils.readUnsignedVarInt(in);
        int miniBlocks = BytesUtils.readUnsignedVarInt(in);
        int count = BytesUtils.readUnsignedVarInt(in);
        if (count < 0 || count > data.getValueCount()) {
            throw new InconsistentLevelsException("the page's encoded values are more than its header says; "
                    + Integer.toUnsignedString(count) + ", header " + data.getValueCount());
        }
        if (blockValues <= 0 || blockValues > 1 << 20 || miniBlocks <= 0 || miniBlocks > blockValues) {
            throw new InconsistentLevelsException(
                    "the page's delta blocks are malformed; " + blockValues + " values in " + miniBlocks);
        }
    }

    private static boolean isDelta(Encoding encoding) {
        return encoding == Encoding.DELTA_BINARY_PACKED
                || encoding == Encoding.DELTA_LENGTH_BYTE_ARRAY
                || encoding == Encoding.DELTA_BYTE_ARRAY;
    }

    @SuppressWarnings("deprecation") // files of 2013 have levels in this encoding
    private static void skipLevels(ByteBufferInputStream in, Encoding encoding, int maxLevel, int values)
            throws IOException {
        if (maxLevel == 0) {
            return;
        }
        int width = BytesUtils.getWidthFromMaxInt(maxLevel);
        boolean bitPacked = encoding == Encoding.BIT_PACKED;
        in.skipFully(
                bitPacked
                        ? ((long) values * width + 7) / 8
                        : Integer.toUnsignedLong(BytesUtils.readIntLittleEndian(in)));
    }
}
