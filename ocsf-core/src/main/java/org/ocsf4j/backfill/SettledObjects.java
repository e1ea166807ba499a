package org.ocsf4j.backfill;

import org.ocsf4j.object.ObjectIdentity;

/** The objects that a backfill has settled, each by bucket, key and entity tag. Thread-safe. */
public interface SettledObjects {

    /** Whether this version of the object is settled. */
    boolean isSettled(ObjectIdentity object);

    /**
     * Notes an object as settled.
     *
     * @throws org.ocsf4j.failure.UnavailableException where it cannot be noted now; the object counts as not settled
     */
    void settled(LedgerEntry entry);
}
