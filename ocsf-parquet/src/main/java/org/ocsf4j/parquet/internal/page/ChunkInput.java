package org.ocsf4j.parquet.internal.page;

import org.ocsf4j.object.ObjectContent;

/**
 * The compressed bytes of one column chunk through a window that slides forward. The window is either a private array that
 * is filled from the object as it is needed, or a range of an array that already holds the whole chunk.
 */
final class ChunkInput {

    private static final byte[] NOTHING = {};

    private final ObjectContent content;
    private final int windowBytes;
    private final MemoryBudget budget;

    /** The part of the chunk that has not been loaded. */
    private long loadPosition;

    private final long endPosition;

    private byte[] window;
    private int from;
    private int to;

    /** A chunk that is loaded as it is read, {@code windowBytes} at a time. */
    ChunkInput(ObjectContent content, ColumnChunk chunk, int windowBytes, MemoryBudget budget) {
        this.content = content;
        this.budget = budget;
        this.windowBytes = (int) Math.min(windowBytes, chunk.sizeBytes());
        this.loadPosition = chunk.startPosition();
        this.endPosition = chunk.endPosition();
        this.window = NOTHING;
    }

    /** A chunk that lies in {@code loaded[from..to)}. */
    ChunkInput(ObjectContent content, ColumnChunk chunk, byte[] loaded, int from, int to, MemoryBudget budget) {
        this.content = content;
        this.budget = budget;
        this.windowBytes = 0;
        this.loadPosition = chunk.endPosition();
        this.endPosition = chunk.endPosition();
        this.window = loaded;
        this.from = from;
        this.to = to;
    }

    byte[] bytes() {
        return window;
    }

    /** Where in {@link #bytes()} the next byte is. */
    int position() {
        return from;
    }

    /** How many bytes from {@link #position()} on are in the window. */
    int available() {
        return to - from;
    }

    /** How many bytes of the chunk are left, loaded or not. */
    long remaining() {
        return to - from + endPosition - loadPosition;
    }

    void advance(int count) {
        from += count;
        if (remaining() == 0) {
            close();
        }
    }

    /** Makes at least {@code count} bytes available; they must be within {@link #remaining()}. */
    void require(int count) {
        if (count <= available()) {
            return;
        }
        int kept = available();
        int wanted = (int) Math.min(remaining(), Math.max(windowBytes, count));
        byte[] target = window;
        if (window.length < wanted) {
            budget.reserve(wanted);
            target = new byte[wanted];
            budget.release(window.length);
        }
        System.arraycopy(window, from, target, 0, kept);
        window = target;
        from = 0;
        to = kept;
        content.readFully(loadPosition, window, to, wanted - kept);
        loadPosition += wanted - kept;
        to = wanted;
    }

    /** Lets go of the window. */
    void close() {
        if (windowBytes > 0) {
            budget.release(window.length);
            window = NOTHING;
            from = 0;
            to = 0;
        }
    }
}
