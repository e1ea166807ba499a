package org.ocsf4j.parquet.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.parquet.column.ColumnDescriptor;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectContent;

/**
 * Reads pages from an object by ranges. A row group that fits {@link PageLimits#windowBytes()} is read whole into one array
 * that the next one reuses; of a larger one each column has a window, its share of that size.
 *
 * <p>Where it may read ahead, half of that size is for what is used and half for what comes next: the next row group where both
 * are read whole, else each column's next window. More than that is never held.
 */
public final class ObjectPageSource implements PageSource {

    private static final int MIN_WINDOW_BYTES = 128 << 10;
    private static final byte[] NOTHING = {};

    private final ObjectContent content;
    private final PageLimits limits;
    private final FileMetadata metadata;
    private final List<ColumnDescriptor> leaves;
    private final Decompressor decompressor = new Decompressor();
    private final MemoryBudget budget;
    private final @Nullable Executor readAhead;
    private final int windowBytes;
    private final List<ChunkInput> windows = new ArrayList<>();

    // The row group that is open.
    private List<ColumnChunk> chunks = List.of();
    private Span open = Span.NONE;
    private byte[] loaded = NOTHING;

    // The row group that is read ahead.
    private final @Nullable RangeRead reader;
    private Span expected = Span.NONE;
    private byte[] ahead = NOTHING;

    /**
     * @param content stays the caller's to close
     * @param readAhead reads what comes next while pages are used; null to read only what is needed
     */
    public ObjectPageSource(
            ObjectContent content, PageLimits limits, FileMetadata metadata, @Nullable Executor readAhead) {
        this.content = content;
        this.limits = limits;
        this.metadata = metadata;
        this.budget = new MemoryBudget(limits.heldBytes());
        this.leaves = metadata.schema().getColumns();
        this.readAhead = readAhead;
        this.windowBytes = readAhead == null ? limits.windowBytes() : limits.windowBytes() / 2;
        this.reader = readAhead == null ? null : new RangeRead(content, readAhead);
    }

    /**
     * What is wanted of a row group.
     *
     * @param wantedBytes the wanted chunks' sizes
     */
    private record Span(long start, long end, long wantedBytes) {

        static final Span NONE = new Span(0, 0, 0);

        /** What lies between the wanted chunks is read along, unless it is most of it. */
        boolean isReadWhole(int limitBytes) {
            return end - start <= limitBytes && (end - start) / 2 <= wantedBytes;
        }

        int length() {
            return (int) (end - start);
        }
    }

    private Span span(int index, boolean[] wanted) {
        List<ColumnChunk> columns = metadata.rowGroups().get(index).columns();
        long start = Long.MAX_VALUE;
        long end = 0;
        long wantedBytes = 0;
        for (int i = 0; i < wanted.length; i++) {
            ColumnChunk chunk = columns.get(i);
            if (wanted[i] && chunk.sizeBytes() > 0) {
                start = Math.min(start, chunk.startPosition());
                end = Math.max(end, chunk.endPosition());
                wantedBytes += chunk.sizeBytes();
            }
        }
        return start < end ? new Span(start, end, wantedBytes) : Span.NONE;
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
    public void open(int index, boolean[] wanted) {
        closeWindows();
        chunks = metadata.rowGroups().get(index).columns();
        open = span(index, wanted);
        if (reader != null && open.length() > 0 && open.equals(expected)) {
            reader.await();
            byte[] used = loaded;
            loaded = ahead;
            ahead = used;
        } else if (open.isReadWhole(windowBytes)) {
            load();
        }
        expected = Span.NONE;
    }

    @Override
    public void expect(int index, boolean[] wanted) {
        Span next = span(index, wanted);
        if (reader == null || !open.isReadWhole(windowBytes) || !next.isReadWhole(windowBytes) || next.length() == 0) {
            return;
        }
        if (ahead.length < next.length()) {
            ahead = NOTHING; // before the larger one is made
            ahead = new byte[next.length()];
        }
        reader.start(next.start(), ahead, next.length());
        expected = next;
    }

    @Override
    public PageReader pages(int column) {
        ColumnChunk chunk = chunks.get(column);
        ChunkInput input;
        if (chunk.sizeBytes() == 0) {
            input = new ChunkInput(content, chunk, NOTHING, 0, 0, budget);
        } else if (open.isReadWhole(windowBytes)) {
            int from = (int) (chunk.startPosition() - open.start());
            input = new ChunkInput(content, chunk, loaded, from, from + (int) chunk.sizeBytes(), budget);
        } else {
            input = new ChunkInput(content, chunk, window(chunk.sizeBytes()), budget, readAhead);
            windows.add(input);
        }
        ColumnDescriptor leaf = leaves.get(column);
        return new ChunkPageReader(
                input, chunk, leaf.getMaxRepetitionLevel(), leaf.getMaxDefinitionLevel(), decompressor, limits);
    }

    private int window(long chunkBytes) {
        double share = (double) chunkBytes / Math.max(1, open.wantedBytes());
        return Math.max(MIN_WINDOW_BYTES, (int) (windowBytes * share));
    }

    private void load() {
        int length = open.length();
        if (loaded.length < length) {
            loaded = NOTHING; // before the larger one is made
            loaded = new byte[length];
        }
        for (int done = 0; done < length; done += RangeRead.MAX_READ_BYTES) {
            content.readFully(open.start() + done, loaded, done, Math.min(RangeRead.MAX_READ_BYTES, length - done));
        }
    }

    private void closeWindows() {
        for (ChunkInput window : windows) {
            window.cancel();
        }
        for (ChunkInput window : windows) {
            window.close();
        }
        windows.clear();
    }

    /** Closes what is open here; returns when nothing is being read ahead any more. */
    @Override
    public void close() {
        if (reader != null) {
            reader.cancel();
        }
        closeWindows();
        if (reader != null) {
            reader.join();
        }
        decompressor.close();
    }
}
