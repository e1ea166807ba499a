package org.ocsf4j.parquet.internal.page;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectContent;

/**
 * The compressed bytes of one column chunk through a window that slides forward. The window is either a private array that
 * is filled from the object as it is needed, or a range of an array that already holds the whole chunk. Behind a private
 * window the next one may be read ahead.
 */
final class ChunkInput {

    private static final byte[] NOTHING = {};

    private final ObjectContent content;
    private final int windowBytes;
    private final MemoryBudget budget;

    /** The part of the chunk that has not been loaded; what is read ahead begins here. */
    private long loadPosition;

    private final long endPosition;

    private byte[] window;
    private int from;
    private int to;

    private final @Nullable RangeRead reader;
    private byte[] ahead = NOTHING;
    private int aheadBytes;

    /**
     * A chunk that is loaded as it is read, {@code windowBytes} at a time.
     *
     * @param readAhead reads the next window while one is used; null not to
     */
    ChunkInput(
            ObjectContent content,
            ColumnChunk chunk,
            int windowBytes,
            MemoryBudget budget,
            @Nullable Executor readAhead) {
        this.content = content;
        this.budget = budget;
        this.windowBytes = (int) Math.min(windowBytes, chunk.sizeBytes());
        this.loadPosition = chunk.startPosition();
        this.endPosition = chunk.endPosition();
        this.window = NOTHING;
        this.reader = readAhead == null ? null : new RangeRead(content, readAhead);
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
        this.reader = null;
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
            release();
        }
    }

    /** Makes at least {@code count} bytes available; they must be within {@link #remaining()}. */
    void require(int count) {
        if (count <= available()) {
            return;
        }
        int kept = available();
        int wanted = (int) Math.min(remaining(), Math.max(Math.max(windowBytes, count), kept + aheadBytes));
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
        takeAhead();
        if (to < count) {
            content.readFully(loadPosition, window, to, wanted - to);
            loadPosition += wanted - to;
            to = wanted;
        }
        readAhead();
    }

    private void takeAhead() {
        if (reader != null && aheadBytes > 0) {
            reader.await();
            System.arraycopy(ahead, 0, window, to, aheadBytes);
            to += aheadBytes;
            loadPosition += aheadBytes;
            aheadBytes = 0;
        }
    }

    private void readAhead() {
        if (reader != null && loadPosition < endPosition) {
            int bytes = (int) Math.min(windowBytes, endPosition - loadPosition);
            if (ahead.length < bytes) {
                budget.reserve(bytes - ahead.length);
                ahead = new byte[bytes];
            }
            reader.start(loadPosition, ahead, bytes);
            aheadBytes = bytes;
        }
    }

    /** Stops reading ahead. */
    void cancel() {
        if (reader != null) {
            reader.cancel();
        }
    }

    /** Lets go of the windows, when nothing is being read any more; behind {@link #cancel}. */
    void close() {
        if (reader != null) {
            reader.join();
        }
        release();
    }

    private void release() {
        if (windowBytes > 0) {
            budget.release((long) window.length + ahead.length);
            window = NOTHING;
            ahead = NOTHING;
            from = 0;
            to = 0;
        }
    }
}
