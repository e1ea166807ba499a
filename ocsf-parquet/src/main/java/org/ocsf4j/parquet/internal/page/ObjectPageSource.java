package org.ocsf4j.parquet.internal.page;

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
    private byte[] loaded = new byte[0];

    // The row group that is open.
    private List<ColumnChunk> chunks = List.of();
    private boolean isLoaded;
    private long loadedFrom;
    private long wantedBytes;

    private ObjectPageSource(ObjectContent content, PageLimits limits, FileMetadata metadata) {
        this.content = content;
        this.limits = limits;
        this.metadata = metadata;
        this.leaves = metadata.schema().getColumns();
    }

    /** Reads the footer; {@code content} stays the caller's to close. */
    public static ObjectPageSource open(
            ObjectContent content, ParquetPlace place, PageLimits limits, boolean withStatistics) {
        return new ObjectPageSource(content, limits, FooterReader.read(content, place, limits, withStatistics));
    }

    @Override
    public FileMetadata metadata() {
        return metadata;
    }

    @Override
    public void open(int index, boolean[] wanted) {
        chunks = metadata.rowGroups().get(index).columns();
        long start = Long.MAX_VALUE;
        long end = 0;
        wantedBytes = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                ColumnChunk chunk = chunks.get(i);
                start = Math.min(start, chunk.startPosition());
                end = Math.max(end, chunk.endPosition());
                wantedBytes += chunk.sizeBytes();
            }
        }
        // What lies between the wanted chunks is read along, unless it is most of it.
        isLoaded = end - start <= limits.windowBytes() && (end - start) / 2 <= wantedBytes;
        loadedFrom = start;
        if (isLoaded && end > start) {
            load(start, (int) (end - start));
        }
    }

    @Override
    public PageReader pages(int column) {
        ColumnChunk chunk = chunks.get(column);
        ChunkInput input = isLoaded
                ? new ChunkInput(content, chunk, loaded, (int) (chunk.startPosition() - loadedFrom), (int)
                        (chunk.endPosition() - loadedFrom))
                : new ChunkInput(content, chunk, window(chunk.sizeBytes()));
        ColumnDescriptor leaf = leaves.get(column);
        return new ChunkPageReader(
                input, chunk, leaf.getMaxRepetitionLevel(), leaf.getMaxDefinitionLevel(), decompressor, limits);
    }

    private int window(long chunkBytes) {
        double share = (double) chunkBytes / Math.max(1, wantedBytes);
        return Math.max(MIN_WINDOW_BYTES, (int) (limits.windowBytes() * share));
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
