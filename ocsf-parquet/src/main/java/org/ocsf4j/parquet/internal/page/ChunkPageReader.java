package org.ocsf4j.parquet.internal.page;

import java.util.zip.CRC32;

/**
 * Reads the pages of one column chunk from its bytes.
 *
 * <pre>
 * chunk = [dictionary page] data page…          page = header (thrift) body
 * body of version 1 = compressed( [length:4 repetition levels] [length:4 definition levels] values )
 * body of version 2 = repetition levels, definition levels, compressed( values )
 * </pre>
 *
 * <p>A chunk of compressed size s has at most s pages, and its values are counted against the footer: neither too few nor
 * too many are ever handed out.
 */
final class ChunkPageReader implements PageReader {

    /** What is tried first; headers with long statistics take more. */
    private static final int HEADER_BYTES = 1 << 10;

    private static final int MAX_HEADER_BYTES = 16 << 20;

    private final ChunkInput input;
    private final ColumnChunk chunk;
    private final int maxRepetitionLevel;
    private final int maxDefinitionLevel;
    private final Decompressor decompressor;
    private final PageLimits limits;

    private final PageHeader header = new PageHeader();
    private final CRC32 crc = new CRC32();
    private long valuesLeft;
    private boolean headerIsRead;
    private int ordinal = -1;

    ChunkPageReader(
            ChunkInput input,
            ColumnChunk chunk,
            int maxRepetitionLevel,
            int maxDefinitionLevel,
            Decompressor decompressor,
            PageLimits limits) {
        this.input = input;
        this.chunk = chunk;
        this.maxRepetitionLevel = maxRepetitionLevel;
        this.maxDefinitionLevel = maxDefinitionLevel;
        this.decompressor = decompressor;
        this.limits = limits;
        this.valuesLeft = chunk.valueCount();
    }

    @Override
    public int ordinal() {
        return ordinal;
    }

    @Override
    public boolean hasNext() {
        return valuesLeft > 0;
    }

    @Override
    public boolean readDictionary(Page page) {
        if (valuesLeft == 0 && input.remaining() == 0) {
            return false;
        }
        nextHeader();
        if (header.type != PageHeader.DICTIONARY_PAGE) {
            return false; // the header stays for next()
        }
        headerIsRead = false;
        page.ordinal = -1;
        page.valueCount = header.valueCount;
        page.encoding = header.encoding;
        body(page, 0);
        page.valuesStart = 0;
        page.valuesEnd = header.uncompressedBytes;
        if (page.valueCount > page.valuesEnd * 8L) {
            throw new MalformedException("a dictionary has more values than bits; " + page.valueCount);
        }
        return true;
    }

    @Override
    public boolean next(Page page) {
        while (valuesLeft > 0) {
            ordinal++;
            nextHeader();
            headerIsRead = false;
            switch (header.type) {
                case PageHeader.DATA_PAGE -> dataPage(page);
                case PageHeader.DATA_PAGE_V2 -> dataPageV2(page);
                case PageHeader.DICTIONARY_PAGE ->
                    throw new MalformedException("a dictionary page does not come first in its column chunk");
                default -> { // index pages, and whatever may come
                    load();
                    input.advance(header.compressedBytes);
                    ordinal--;
                    continue;
                }
            }
            if (header.valueCount > valuesLeft) {
                throw new MalformedException("a page has more values than its column chunk has left; "
                        + header.valueCount + ", left " + valuesLeft);
            }
            valuesLeft -= header.valueCount;
            if (header.valueCount > 0) {
                return true;
            }
        }
        return false;
    }

    private void dataPage(Page page) {
        begin(page);
        body(page, 0);
        int position = 0;
        int end = header.uncompressedBytes;
        page.repetitionLevelEncoding = header.repetitionLevelEncoding;
        page.repetitionLevelsStart = 0;
        page.repetitionLevelsEnd = 0;
        if (maxRepetitionLevel > 0) {
            requireLevelEncoding(header.repetitionLevelEncoding);
            position = levelsStart(header.repetitionLevelEncoding, position, end);
            page.repetitionLevelsStart = position;
            position = levelsEnd(page, header.repetitionLevelEncoding, maxRepetitionLevel, position, end);
            page.repetitionLevelsEnd = position;
        }
        page.definitionLevelEncoding = header.definitionLevelEncoding;
        page.definitionLevelsStart = position;
        page.definitionLevelsEnd = position;
        if (maxDefinitionLevel > 0) {
            requireLevelEncoding(header.definitionLevelEncoding);
            position = levelsStart(header.definitionLevelEncoding, position, end);
            page.definitionLevelsStart = position;
            position = levelsEnd(page, header.definitionLevelEncoding, maxDefinitionLevel, position, end);
            page.definitionLevelsEnd = position;
        }
        page.valuesStart = position;
        page.valuesEnd = end;
    }

    /**
     * Checksums cover neither headers nor the footer. No writer that knows checksums packs levels in the encoding of 2013,
     * which would take any bytes for levels; many name it for columns that have no levels.
     */
    private void requireLevelEncoding(int encoding) {
        if (encoding == Encodings.BIT_PACKED && header.hasCrc) {
            throw new MalformedException("a page has a checksum, and levels in an encoding that is older; BIT_PACKED");
        }
    }

    private static int levelsStart(int encoding, int position, int end) {
        if (encoding != Encodings.RLE) {
            return position;
        }
        if (end - position < 4) {
            throw new MalformedException("a page ends before its levels");
        }
        return position + 4;
    }

    private static int levelsEnd(Page page, int encoding, int maxLevel, int position, int end) {
        if (encoding == Encodings.BIT_PACKED) {
            int width = Integer.SIZE - Integer.numberOfLeadingZeros(maxLevel);
            long bytes = ((long) page.valueCount * width + 7) / 8;
            if (bytes > end - position) {
                throw new MalformedException("a page ends inside its levels");
            }
            return position + (int) bytes;
        }
        if (encoding != Encodings.RLE) {
            throw new MalformedException("the encoding of levels is not supported; " + encoding);
        }
        int length = ByteOrderAccess.int32(page.bytes, position - 4);
        if (length < 0 || length > end - position) {
            throw new MalformedException(
                    "levels are longer than their page; " + length + " of " + (end - position) + " bytes");
        }
        return position + length;
    }

    private void dataPageV2(Page page) {
        begin(page);
        int repetition = header.repetitionLevelBytes;
        int definition = header.definitionLevelBytes;
        long levels = (long) repetition + definition;
        if (levels > header.compressedBytes || levels > header.uncompressedBytes) {
            throw new MalformedException(
                    "levels are longer than their page; " + levels + " of " + header.compressedBytes);
        }
        if (maxRepetitionLevel == 0 && header.rowCount != header.valueCount) {
            throw new MalformedException("a page of a flat column does not have a value for each row; "
                    + header.valueCount + " for " + header.rowCount);
        }
        body(page, (int) levels);
        page.repetitionLevelEncoding = Encodings.RLE;
        page.repetitionLevelsStart = 0;
        page.repetitionLevelsEnd = repetition;
        page.definitionLevelEncoding = Encodings.RLE;
        page.definitionLevelsStart = repetition;
        page.definitionLevelsEnd = repetition + definition;
        page.valuesStart = repetition + definition;
        page.valuesEnd = header.uncompressedBytes;
    }

    private void begin(Page page) {
        page.ordinal = ordinal;
        page.valueCount = header.valueCount;
        page.encoding = header.encoding;
    }

    /** Brings the body into {@code page}, its first {@code plainBytes} as they are, the rest decompressed. */
    private void body(Page page, int plainBytes) {
        int compressed = header.compressedBytes;
        int uncompressed = header.uncompressedBytes;
        if (compressed > limits.pageBytes() || uncompressed > limits.pageBytes()) {
            throw new MalformedException("a page is over the limit; " + compressed + " bytes compressed, "
                    + uncompressed + " uncompressed, limit " + limits.pageBytes()
                    + "; raise maxPageBytes if the file is sound");
        }
        if (uncompressed > limits.expansionFloorBytes() && uncompressed / limits.expansionRatio() > compressed) {
            throw new MalformedException(
                    "a page expands beyond the limit; " + compressed + " to " + uncompressed + " bytes, limit "
                            + limits.expansionRatio() + " to 1; raise maxCompressionRatio if the file is sound");
        }
        load();
        byte[] bytes = input.bytes();
        int start = input.position();
        if (header.hasCrc) {
            crc.reset();
            crc.update(bytes, start, compressed);
            int actual = (int) crc.getValue();
            if (actual != header.crc) {
                throw new MalformedException("a page does not match its checksum; CRC32 " + Integer.toHexString(actual)
                        + ", header says " + Integer.toHexString(header.crc));
            }
        }
        page.ensure(uncompressed);
        System.arraycopy(bytes, start, page.bytes, 0, plainBytes);
        int codec = header.compressed ? chunk.codec() : 0;
        decompressor.decompress(
                codec,
                bytes,
                start + plainBytes,
                compressed - plainBytes,
                page.bytes,
                plainBytes,
                uncompressed - plainBytes);
        input.advance(compressed);
    }

    private void load() {
        if (header.compressedBytes > input.remaining()) {
            throw new MalformedException("a page reaches past its column chunk; " + header.compressedBytes
                    + " bytes, left " + input.remaining());
        }
        if (header.compressedBytes > limits.pageBytes()) {
            throw new MalformedException("a page is over the limit; " + header.compressedBytes
                    + " bytes compressed, limit " + limits.pageBytes() + "; raise maxPageBytes if the file is sound");
        }
        input.require(header.compressedBytes);
    }

    private void nextHeader() {
        if (headerIsRead) {
            return;
        }
        int tried = (int) Math.min(HEADER_BYTES, input.remaining());
        while (true) {
            input.require(tried);
            int end = Math.min(input.available(), MAX_HEADER_BYTES) + input.position();
            try {
                input.advance(header.parse(input.bytes(), input.position(), end) - input.position());
                headerIsRead = true;
                return;
            } catch (ThriftReader.TruncatedException e) {
                int seen = end - input.position();
                if (seen >= Math.min(input.remaining(), MAX_HEADER_BYTES)) {
                    throw new MalformedException("the column chunk ends inside a page header, with " + valuesLeft
                            + " values to come; " + e.getMessage());
                }
                tried = (int) Math.min(input.remaining(), Math.min(MAX_HEADER_BYTES, seen * 4L));
            }
        }
    }
}
