package org.ocsf4j.parquet.internal.page;

/** One {@code PageHeader} of the format's thrift definition, parsed into fields that the next one overwrites. */
final class PageHeader {

    static final int DATA_PAGE = 0;
    static final int INDEX_PAGE = 1;
    static final int DICTIONARY_PAGE = 2;
    static final int DATA_PAGE_V2 = 3;

    int type;
    int uncompressedBytes;
    int compressedBytes;
    boolean hasCrc;
    int crc;

    int valueCount;
    int encoding;
    int definitionLevelEncoding;
    int repetitionLevelEncoding;

    // version 2 only
    int nullCount;
    int rowCount;
    int definitionLevelBytes;
    int repetitionLevelBytes;
    boolean compressed;

    /** Parses the header that starts at {@code start} and returns the position behind it. */
    int parse(byte[] bytes, int start, int end) {
        ThriftReader thrift = new ThriftReader(bytes, start, end);
        reset();
        int id = 0;
        boolean typed = false;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 1 -> type = thrift.i32();
                case 2 -> uncompressedBytes = thrift.i32();
                case 3 -> compressedBytes = thrift.i32();
                case 4 -> {
                    crc = thrift.i32();
                    hasCrc = true;
                }
                case 5 -> {
                    dataPage(thrift);
                    typed |= type == DATA_PAGE;
                }
                case 7 -> {
                    dictionaryPage(thrift);
                    typed |= type == DICTIONARY_PAGE;
                }
                case 8 -> {
                    dataPageV2(thrift);
                    typed |= type == DATA_PAGE_V2;
                }
                default -> thrift.skip();
            }
        }
        if (uncompressedBytes < 0 || compressedBytes < 0) {
            throw new MalformedException("a page has an impossible size; " + compressedBytes + " compressed, "
                    + uncompressedBytes + " uncompressed");
        }
        if (!typed && (type == DATA_PAGE || type == DICTIONARY_PAGE || type == DATA_PAGE_V2)) {
            throw new MalformedException("a page header lacks the part that its type needs; type " + type);
        }
        if (valueCount < 0) {
            throw new MalformedException("a page has an impossible value count; " + valueCount);
        }
        return thrift.position();
    }

    private void reset() {
        type = -1;
        uncompressedBytes = -1;
        compressedBytes = -1;
        hasCrc = false;
        valueCount = 0;
        encoding = -1;
        definitionLevelEncoding = Encodings.RLE;
        repetitionLevelEncoding = Encodings.RLE;
        nullCount = 0;
        rowCount = -1;
        definitionLevelBytes = 0;
        repetitionLevelBytes = 0;
        compressed = true;
    }

    private void dataPage(ThriftReader thrift) {
        thrift.expectStruct();
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 1 -> valueCount = thrift.i32();
                case 2 -> encoding = thrift.i32();
                case 3 -> definitionLevelEncoding = thrift.i32();
                case 4 -> repetitionLevelEncoding = thrift.i32();
                default -> thrift.skip();
            }
        }
    }

    private void dictionaryPage(ThriftReader thrift) {
        thrift.expectStruct();
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 1 -> valueCount = thrift.i32();
                case 2 -> encoding = thrift.i32();
                default -> thrift.skip();
            }
        }
    }

    private void dataPageV2(ThriftReader thrift) {
        thrift.expectStruct();
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 1 -> valueCount = thrift.i32();
                case 2 -> nullCount = thrift.i32();
                case 3 -> rowCount = thrift.i32();
                case 4 -> encoding = thrift.i32();
                case 5 -> definitionLevelBytes = thrift.i32();
                case 6 -> repetitionLevelBytes = thrift.i32();
                case 7 -> compressed = thrift.bool();
                default -> thrift.skip();
            }
        }
        if (definitionLevelBytes < 0 || repetitionLevelBytes < 0 || rowCount < 0 || nullCount < 0) {
            throw new MalformedException("a version 2 page header has a negative size or count");
        }
    }
}
