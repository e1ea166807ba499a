package org.ocsf4j.parquet.internal.page;

import java.util.Arrays;

/**
 * What the columns of one row group hold at once, decompressed pages first of all, against a limit. Asked before an array is
 * made, so that a forged size is refused and not allocated. Where an array is copied into a larger one both count meanwhile.
 * Not thread-safe.
 */
public final class MemoryBudget {

    private final long limitBytes;
    private long heldBytes;

    public MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /**
     * Counts an array that is about to be made.
     *
     * @throws MalformedException where that many more bytes pass the limit
     */
    public void reserve(long bytes) {
        if (bytes > limitBytes - heldBytes) {
            throw new MalformedException("what is held of the row group at once is over the limit; " + bytes
                    + " bytes asked for, " + heldBytes + " held by all columns, limit " + limitBytes
                    + "; raise maxHeldBytes and the heap if the file is sound");
        }
        heldBytes += bytes;
    }

    /** Counts an array that was let go of. */
    public void release(long bytes) {
        heldBytes -= bytes;
    }

    /** Whether it is time to let go of what the row groups before needed. */
    public boolean isHalfUsed() {
        return heldBytes > limitBytes / 2;
    }

    /** A longer array with the same content. */
    public byte[] grown(byte[] array, int length) {
        reserve(length);
        byte[] grown = Arrays.copyOf(array, length);
        release(array.length);
        return grown;
    }

    /** A longer array with the same content. */
    public int[] grown(int[] array, int length) {
        reserve((long) length * Integer.BYTES);
        int[] grown = Arrays.copyOf(array, length);
        release((long) array.length * Integer.BYTES);
        return grown;
    }

    /** A longer array with the same content. */
    public long[] grown(long[] array, int length) {
        reserve((long) length * Long.BYTES);
        long[] grown = Arrays.copyOf(array, length);
        release((long) array.length * Long.BYTES);
        return grown;
    }
}
