package org.ocsf4j.backfill;

/** Is told how far a backfill is. Called from several threads, so implementations are thread-safe and quick. */
public interface BackfillObserver {

    /** An object was passed over, because the ledger has it as settled. */
    default void objectSettledBefore(ListedObject object) {}

    /** An object has ended; {@code settled} where it entered the ledger. */
    default void objectEnded(ListedObject object, boolean settled) {}
}
