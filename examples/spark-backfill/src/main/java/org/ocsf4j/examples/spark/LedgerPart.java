package org.ocsf4j.examples.spark;

import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.backfill.LedgerEntry;
import org.ocsf4j.backfill.SettledObjects;
import org.ocsf4j.object.ObjectIdentity;

/** What a task has settled until its end, when it is noted. The driver has seen to it that nothing was settled before. */
final class LedgerPart implements SettledObjects {

    private final List<LedgerEntry> entries = new ArrayList<>(); // guarded by this

    @Override
    public boolean isSettled(ObjectIdentity object) {
        return false;
    }

    @Override
    public synchronized void settled(LedgerEntry entry) {
        entries.add(entry);
    }

    synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }
}
