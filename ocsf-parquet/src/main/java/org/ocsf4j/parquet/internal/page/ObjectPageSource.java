package org.ocsf4j.parquet.internal.page;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetPlace;

/**
 * Reads pages from an object by ranges. A row group that fits {@link PageLimits#windowBytes()} is read whole into one array
 * that the next one reuses; of a larger one each column has a window, its share of that size. No two row groups are ever
 * held.
 */
public final class ObjectPageSource implements PageSource {

    private static final int MAX_READ_BYTES = 8 << 20;
    private static final int MIN_WINDOW_BYTES = 128 << 10;

    private final ObjectContent content;
    private final PageLimits limits;
    private final FileMetadata metadata;
    private final List<ColumnDescriptor> leaves;
    private final Decompressor decompressor = new Decompressor();
    private final MemoryBudget budget;
    private final List<ChunkInput> windows = new ArrayList<>();
    private byte[] loaded = new byte[0];

    /** @param content stays the caller's to close */
    public ObjectPageSource(ObjectContent content, PageLimits limits, FileMetadata metadata) {
        this.content = content;
        this.limits = limits;
        this.metadata = metadata;
        this.budget = new MemoryBudget(limits.heldBytes());
        this.leaves = metadata.schema().getColumns();
    }

    /** Reads the footer; {@code content} stays the caller's to close. */
    public static ObjectPageSource open(ObjectContent content, ParquetPlace place, PageLimits limits) {
        return new ObjectPageSource(content, limits, FooterReader.read(content, place, limits));
    }

    @Override
    public FileMetadata metadata() {
        return metadata;
    }

    @Override
    public MemoryBudget budget() {
        return budget;
    }

    @Override
    public PageReader[] open(int index) {
        closeWindows();
        List<ColumnChunk> chunks = metadata.rowGroups().get(index).columns();
        long start = Long.MAX_VALUE;
        long end = 0;
        for (ColumnChunk chunk : chunks) {
            start = Math.min(start, chunk.startPosition());
            end = Math.max(end, chunk.endPosition());
        }
        boolean whole = end - start <= limits.windowBytes();
        if (whole && end > start) {
            load(start, (int) (end - start));
        }
        long size = Math.max(1, metadata.rowGroups().get(index).sizeBytes());
        PageReader[] readers = new PageReader[chunks.size()];
        for (int i = 0; i < readers.length; i++) {
            ColumnChunk chunk = chunks.get(i);
            ChunkInput input = whole
                    ? new ChunkInput(
                            content,
                            chunk,
                            loaded,
                            (int) (chunk.startPosition() - start),
                            (int) (chunk.endPosition() - start),
                            budget)
                    : new ChunkInput(content, chunk, window(chunk.sizeBytes(), size), budget);
            windows.add(input);
            ColumnDescriptor leaf = leaves.get(i);
            readers[i] = new ChunkPageReader(
                    input, chunk, leaf.getMaxRepetitionLevel(), leaf.getMaxDefinitionLevel(), decompressor, limits);
        }
        return readers;
    }

    private void closeWindows() {
        for (ChunkInput window : windows) {
            window.close();
        }
        windows.clear();
    }

    private int window(long chunkBytes, long rowGroupBytes) {
        return Math.max(MIN_WINDOW_BYTES, (int) ((double) limits.windowBytes() * chunkBytes / rowGroupBytes));
    }

    private void load(long start, int length) {
        if (loaded.length < length) {
            loaded = new byte[0]; // before the larger one is made
            loaded = new byte[length];
        }
        for (int done = 0; done < length; done += MAX_READ_BYTES) {
            content.readFully(start + done, loaded, done, Math.min(MAX_READ_BYTES, length - done));
        }
    }

    @Override
    public void close() {
        decompressor.close();
    }
}
