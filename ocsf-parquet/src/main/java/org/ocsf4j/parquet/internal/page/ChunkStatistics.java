package org.ocsf4j.parquet.internal.page;

import org.jspecify.annotations.Nullable;

/**
 * What a column chunk says of its values. Bounds are those of the field {@code min_value} and {@code max_value} only, whose
 * order is defined; the older {@code min} and {@code max} are passed over.
 */
public final class ChunkStatistics {

    private static final byte[] UNKNOWN = {};

    private final long nulls;
    private final byte[] least;
    private final byte[] greatest;
    private final boolean hasBounds;

    ChunkStatistics(long nulls, byte @Nullable [] least, byte @Nullable [] greatest) {
        this.nulls = nulls;
        this.hasBounds = least != null && greatest != null;
        this.least = least == null ? UNKNOWN : least;
        this.greatest = greatest == null ? UNKNOWN : greatest;
    }

    /** How many values are null; -1 where that is not said. */
    public long nulls() {
        return nulls;
    }

    public boolean hasBounds() {
        return hasBounds;
    }

    /** In the plain encoding, without a length; no value is less. */
    public byte[] least() {
        return least;
    }

    /** In the plain encoding, without a length; no value is greater. */
    public byte[] greatest() {
        return greatest;
    }
}
