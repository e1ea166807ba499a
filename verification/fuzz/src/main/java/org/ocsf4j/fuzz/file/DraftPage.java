package org.ocsf4j.fuzz.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.Nullable;

/** A page that may be forged: its header, its content, and its bytes as stored. Not thread-safe. */
public final class DraftPage {

    private final LeafLevels leaf;
    private final CompressionCodec codec;
    private final PageHeader header;
    private PageContent content;
    private byte[] stored;

    private DraftPage(LeafLevels leaf, CompressionCodec codec, PageHeader header, PageContent content, byte[] stored) {
        this.leaf = leaf;
        this.codec = codec;
        this.header = header;
        this.content = content;
        this.stored = stored;
    }

    /** Takes a sound page apart. */
    static DraftPage of(LeafLevels leaf, CompressionCodec codec, PageHeader header, byte[] stored) throws IOException {
        int size = header.getUncompressed_page_size();
        DataPageHeaderV2 version2 = header.getData_page_header_v2();
        PageContent content;
        if (version2 != null) {
            content = version2(version2, codec, stored, size);
        } else if (header.isSetData_page_header()) {
            content = PageContent.ofVersion1(PageCodec.decompress(codec, stored, size), leaf);
        } else {
            content = PageContent.of(PageCodec.decompress(codec, stored, size));
        }
        return new DraftPage(leaf, codec, header, content, stored);
    }

    /** Levels of version 2 are not compressed. */
    private static PageContent version2(DataPageHeaderV2 header, CompressionCodec codec, byte[] stored, int size)
            throws IOException {
        int repetition = header.getRepetition_levels_byte_length();
        int levels = repetition + header.getDefinition_levels_byte_length();
        byte[] values = Arrays.copyOfRange(stored, levels, stored.length);
        boolean compressed = header.isIs_compressed() && values.length > 0;
        return new PageContent(
                Arrays.copyOf(stored, repetition),
                Arrays.copyOfRange(stored, repetition, levels),
                compressed ? PageCodec.decompress(codec, values, size - levels) : values);
    }

    public DraftPage copy() {
        return new DraftPage(leaf, codec, header.deepCopy(), content, stored);
    }

    public PageHeader header() {
        return header;
    }

    public PageContent content() {
        return content;
    }

    /** The bytes behind the header; not to be written to. */
    public byte[] stored() {
        return stored;
    }

    public LeafLevels leaf() {
        return leaf;
    }

    public CompressionCodec codec() {
        return codec;
    }

    public boolean isDictionary() {
        return header.getType() == PageType.DICTIONARY_PAGE;
    }

    /** Replaces the content, compresses it, and makes the header's sizes and checksum agree with it. */
    public void replaceContent(PageContent other) throws IOException {
        content = other;
        DataPageHeaderV2 version2 = header.getData_page_header_v2();
        if (version2 != null) {
            int levels = other.repetition().length + other.definition().length;
            byte[] values = other.values();
            byte[] packed =
                    version2.isIs_compressed() && values.length > 0 ? PageCodec.compress(codec, values) : values;
            version2.setRepetition_levels_byte_length(other.repetition().length);
            version2.setDefinition_levels_byte_length(other.definition().length);
            byte[] page = new byte[levels + packed.length];
            System.arraycopy(other.repetition(), 0, page, 0, other.repetition().length);
            System.arraycopy(other.definition(), 0, page, other.repetition().length, other.definition().length);
            System.arraycopy(packed, 0, page, levels, packed.length);
            replaceStored(page, levels + values.length);
        } else {
            byte[] page = isDictionary() ? other.values() : other.version1(leaf);
            replaceStored(PageCodec.compress(codec, page), page.length);
        }
    }

    /** Replaces the stored bytes and makes the header's sizes and checksum agree with them. */
    public void replaceStored(byte[] bytes, int uncompressedSize) {
        stored = bytes;
        header.setCompressed_page_size(bytes.length);
        header.setUncompressed_page_size(uncompressedSize);
        if (header.isSetCrc()) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            header.setCrc((int) crc.getValue());
        }
    }

    /** The encoding that the header gives for the values; null where the header gives none. */
    public @Nullable Encoding encoding() {
        DataPageHeader version1 = header.getData_page_header();
        DataPageHeaderV2 version2 = header.getData_page_header_v2();
        DictionaryPageHeader dictionary = header.getDictionary_page_header();
        if (version1 != null) {
            return version1.getEncoding();
        }
        if (version2 != null) {
            return version2.getEncoding();
        }
        return dictionary == null ? null : dictionary.getEncoding();
    }

    /** Makes the header give another encoding for the values. */
    public void claimEncoding(Encoding encoding) {
        DataPageHeader version1 = header.getData_page_header();
        DataPageHeaderV2 version2 = header.getData_page_header_v2();
        DictionaryPageHeader dictionary = header.getDictionary_page_header();
        if (version1 != null) {
            version1.setEncoding(encoding);
        }
        if (version2 != null) {
            version2.setEncoding(encoding);
        }
        if (dictionary != null) {
            dictionary.setEncoding(encoding);
        }
    }

    /** How many values the header claims; 0 where it claims none. */
    public int valueCount() {
        DataPageHeader version1 = header.getData_page_header();
        DataPageHeaderV2 version2 = header.getData_page_header_v2();
        DictionaryPageHeader dictionary = header.getDictionary_page_header();
        if (version1 != null) {
            return version1.getNum_values();
        }
        if (version2 != null) {
            return version2.getNum_values();
        }
        return dictionary == null ? 0 : dictionary.getNum_values();
    }

    /** Makes the header claim another number of values. */
    public void claimValues(int count) {
        DataPageHeader version1 = header.getData_page_header();
        DataPageHeaderV2 version2 = header.getData_page_header_v2();
        DictionaryPageHeader dictionary = header.getDictionary_page_header();
        if (version1 != null) {
            version1.setNum_values(count);
        }
        if (version2 != null) {
            version2.setNum_values(count);
        }
        if (dictionary != null) {
            dictionary.setNum_values(count);
        }
    }
}
