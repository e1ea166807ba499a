package org.ocsf4j.event;

import org.ocsf4j.object.ObjectContent;

/** Turns an object into events. Thread-safe; each cursor belongs to one thread. */
public interface EventDecoder {

    /**
     * Opens the object's rows. The content stays open as long as the cursor; the caller closes both.
     *
     * @param firstRow the first row to return, from 0; its ordinal is the one in the file
     * @throws org.ocsf4j.failure.CorruptObjectException where the bytes are not what the format prescribes
     */
    EventCursor open(ObjectContent content, long firstRow);
}
