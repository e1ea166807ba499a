package org.ocsf4j.parquet.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Parses {@code FileMetaData} of the format's thrift definition; reads what conversion needs and passes over the rest. */
final class FooterParser {

    private static final int MAX_ROW_GROUPS = 1 << 16;

    /** Behind the magic bytes. */
    private static final int FIRST_POSITION = 4;

    private final ThriftReader thrift;
    private final long footerStart;
    private final PageLimits limits;
    private final boolean withStatistics;
    private List<List<String>> paths = List.of();

    /** The leaf that the chunk being read is of: by its place, until its path says otherwise. */
    private int expectedLeaf;

    FooterParser(byte[] bytes, int start, int end, long footerStart, PageLimits limits, boolean withStatistics) {
        this.thrift = new ThriftReader(bytes, start, end);
        this.footerStart = footerStart;
        this.limits = limits;
        this.withStatistics = withStatistics;
    }

    FileMetadata parse() {
        MessageType schema = null;
        List<ColumnDescriptor> leaves = List.of();
        long rowCount = -1;
        List<RowGroup> rowGroups = List.of(); // a file without rows may leave them out
        String createdBy = null;
        Set<String> keys = Set.of();
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 2 -> {
                    SchemaParser parser = new SchemaParser(thrift, limits.nesting());
                    schema = parser.parse();
                    paths = parser.leafPaths();
                    leaves = schema.getColumns();
                }
                case 3 -> rowCount = thrift.i64();
                case 4 -> {
                    if (schema == null) {
                        throw new MalformedException("the footer has row groups before its schema");
                    }
                    rowGroups = rowGroups(leaves);
                }
                case 5 -> keys = keys();
                case 6 -> createdBy = thrift.string();
                case 8 -> throw new UnsupportedFileException(FooterReader.ENCRYPTED);
                default -> thrift.skip();
            }
        }
        if (schema == null || rowCount < 0) {
            throw new MalformedException("the footer lacks its schema or row count");
        }
        long sum = 0;
        for (RowGroup group : rowGroups) {
            sum += group.rowCount();
        }
        if (sum != rowCount) {
            throw new MalformedException(
                    "the row groups do not add up to the file's rows; " + sum + " and " + rowCount);
        }
        List<RowGroup> settled = ChunkRanges.settle(rowGroups, paths, footerStart);
        return new FileMetadata(schema, rowCount, settled, createdBy, keys);
    }

    /** Of {@code KeyValue} structs. */
    private Set<String> keys() {
        int size = thrift.listSize();
        thrift.expectElements(ThriftReader.STRUCT);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < size; i++) {
            int id = 0;
            while (thrift.nextField(id)) {
                id = thrift.fieldId;
                if (id == 1) {
                    keys.add(thrift.string());
                } else {
                    thrift.skip();
                }
            }
        }
        return keys;
    }

    private List<RowGroup> rowGroups(List<ColumnDescriptor> leaves) {
        int size = thrift.listSize();
        if (size > MAX_ROW_GROUPS) {
            throw new MalformedException("the file has too many row groups; " + size + ", limit " + MAX_ROW_GROUPS);
        }
        thrift.expectElements(ThriftReader.STRUCT);
        List<RowGroup> groups = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            groups.add(rowGroup(i, leaves));
        }
        return groups;
    }

    private RowGroup rowGroup(int index, List<ColumnDescriptor> leaves) {
        List<ColumnChunk> chunks = List.of();
        long rows = -1;
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 1 -> chunks = columnChunks(index, leaves);
                case 3 -> rows = thrift.i64();
                default -> thrift.skip();
            }
        }
        if (rows < 0 || rows > Integer.MAX_VALUE) {
            throw new MalformedException("row group " + index + " has an impossible row count; " + rows);
        }
        if (chunks.size() != leaves.size()) {
            throw new MalformedException("row group " + index + " does not have a chunk for each column; "
                    + chunks.size() + " for " + leaves.size());
        }
        for (int i = 0; i < chunks.size(); i++) {
            checkValueCount(index, leaves.get(i), chunks.get(i), rows);
        }
        RowGroup group = new RowGroup(rows, chunks);
        if (group.sizeBytes() > limits.rowGroupBytes()) {
            throw new MalformedException("row group " + index + " is over the limit; " + group.sizeBytes()
                    + " bytes, limit " + limits.rowGroupBytes() + "; raise maxRowGroupBytes if the file is sound");
        }
        return group;
    }

    private static void checkValueCount(int rowGroup, ColumnDescriptor leaf, ColumnChunk chunk, long rows) {
        boolean wrong = leaf.getMaxRepetitionLevel() == 0 ? chunk.valueCount() != rows : chunk.valueCount() < rows;
        if (wrong) {
            throw new MalformedException("row group " + rowGroup + ", column " + String.join(".", leaf.getPath())
                    + " does not have a value for each row; " + chunk.valueCount() + " for " + rows);
        }
    }

    /** One chunk for each leaf. Writers keep the schema's order; one that does not is read by its chunks' paths. */
    private List<ColumnChunk> columnChunks(int rowGroup, List<ColumnDescriptor> leaves) {
        int size = thrift.listSize();
        thrift.expectElements(ThriftReader.STRUCT);
        if (size != leaves.size()) {
            throw new MalformedException("row group " + rowGroup + " does not have a chunk for each column; " + size
                    + " for " + leaves.size());
        }
        @Nullable ColumnChunk[] chunks = new ColumnChunk[size];
        for (int i = 0; i < size; i++) {
            expectedLeaf = i;
            ColumnChunk chunk = columnChunk(leaves);
            if (chunk == null) {
                throw new MalformedException("row group " + rowGroup + ", column chunk " + i + " has no metadata");
            }
            if (chunks[expectedLeaf] != null) {
                throw new MalformedException("row group " + rowGroup + " has two chunks of column "
                        + String.join(".", leaves.get(expectedLeaf).getPath()));
            }
            chunks[expectedLeaf] = chunk;
        }
        return Arrays.asList(chunks);
    }

    private @Nullable ColumnChunk columnChunk(List<ColumnDescriptor> leaves) {
        ColumnChunk chunk = null;
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 1 ->
                    throw new UnsupportedFileException(
                            "a column chunk lies in another file; " + thrift.string() + "; read that file instead");
                case 3 -> chunk = metadata(leaves);
                case 8, 9 -> throw new UnsupportedFileException(FooterReader.ENCRYPTED);
                default -> thrift.skip();
            }
        }
        return chunk;
    }

    private ColumnChunk metadata(List<ColumnDescriptor> leaves) {
        int type = -1;
        int codec = -1;
        long values = -1;
        long compressed = -1;
        long uncompressed = 0;
        int encodings = 0;
        long dataPage = -1;
        long dictionaryPage = -1;
        ChunkStatistics statistics = null;
        int id = 0;
        thrift.expectStruct();
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 1 -> type = thrift.i32();
                case 2 -> encodings = encodings();
                case 3 -> readPath();
                case 4 -> codec = thrift.i32();
                case 5 -> values = thrift.i64();
                case 6 -> uncompressed = thrift.i64();
                case 7 -> compressed = thrift.i64();
                case 9 -> dataPage = thrift.i64();
                case 11 -> dictionaryPage = thrift.i64();
                case 12 -> statistics = statistics();
                default -> thrift.skip();
            }
        }
        ColumnDescriptor leaf = leaves.get(expectedLeaf);
        String path = String.join(".", leaf.getPath());
        if (type != SchemaParser.thriftType(leaf.getPrimitiveType().getPrimitiveTypeName())) {
            throw new MalformedException("column " + path + " has another type than in the schema; " + type);
        }
        if (values < 0) {
            throw new MalformedException("column " + path + " has an impossible value count; " + values);
        }
        if (values == 0) {
            return new ColumnChunk(FIRST_POSITION, 0, 0, codec, uncompressed, encodings, null);
        }
        // Some writers leave the dictionary's offset at 0, some point it behind the data.
        long start = dictionaryPage > 0 && dictionaryPage < dataPage ? dictionaryPage : dataPage;
        if (start < FIRST_POSITION || compressed < 0 || start > footerStart || compressed > footerStart - start) {
            throw new MalformedException("column " + path + " does not lie between the file's head and footer; start "
                    + start + ", " + compressed + " bytes");
        }
        return new ColumnChunk(start, compressed, values, codec, uncompressed, encodings, statistics);
    }

    /** What is said to be used; each page says what is. */
    private int encodings() {
        int size = thrift.listSize();
        int encodings = 0;
        if (size > 0) {
            thrift.expectElements(ThriftReader.I32);
        }
        for (int i = 0; i < size; i++) {
            int encoding = thrift.listElementI32();
            if (encoding >= 0 && encoding < Integer.SIZE) {
                encodings |= 1 << encoding;
            }
        }
        return encodings;
    }

    private @Nullable ChunkStatistics statistics() {
        if (!withStatistics) {
            thrift.skip();
            return null;
        }
        long nulls = -1;
        byte[] least = null;
        byte[] greatest = null;
        thrift.expectStruct();
        int id = 0;
        while (thrift.nextField(id)) {
            id = thrift.fieldId;
            switch (id) {
                case 3 -> nulls = thrift.i64();
                case 5 -> greatest = thrift.binary();
                case 6 -> least = thrift.binary();
                default -> thrift.skip();
            }
        }
        return new ChunkStatistics(nulls, least, greatest);
    }

    /** Decides which leaf the chunk is of. */
    private void readPath() {
        int size = thrift.listSize();
        thrift.expectElements(ThriftReader.BINARY);
        List<String> path = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            path.add(thrift.listElementString());
        }
        if (!path.equals(paths.get(expectedLeaf))) {
            expectedLeaf = paths.indexOf(path);
            if (expectedLeaf < 0) {
                throw new MalformedException("a column chunk is of no column of the schema; " + path);
            }
        }
    }
}
