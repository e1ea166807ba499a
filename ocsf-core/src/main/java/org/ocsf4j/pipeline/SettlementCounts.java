package org.ocsf4j.pipeline;

import java.io.Serializable;

/**
 * The settlement equation's terms, in rows: {@code read = indexed + alreadyPresent + deadLettered + filtered}.
 *
 * @param read rows that were read, filtered ones included
 * @param indexed rows that the destination stored now
 * @param alreadyPresent rows that the destination had before
 * @param deadLettered rows that it refused and that are safe in the dead-letter store
 * @param filtered rows that a rule dropped
 */
public record SettlementCounts(long read, long indexed, long alreadyPresent, long deadLettered, long filtered)
        implements Serializable {

    public static final SettlementCounts NONE = new SettlementCounts(0, 0, 0, 0, 0);

    public SettlementCounts plus(SettlementCounts other) {
        return new SettlementCounts(
                read + other.read,
                indexed + other.indexed,
                alreadyPresent + other.alreadyPresent,
                deadLettered + other.deadLettered,
                filtered + other.filtered);
    }

    /** How many rows have found their end. */
    public long settled() {
        return indexed + alreadyPresent + deadLettered + filtered;
    }

    /** The same without the rows that have not found their end. */
    SettlementCounts settledOnly() {
        return new SettlementCounts(settled(), indexed, alreadyPresent, deadLettered, filtered);
    }

    /** Whether the equation holds. */
    public boolean isSettled() {
        return read == settled();
    }
}
