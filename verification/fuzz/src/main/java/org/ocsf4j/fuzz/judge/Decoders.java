package org.ocsf4j.fuzz.judge;

import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.fuzz.Manner;

/** Makes the decoder that reads in a manner. Thread-safe. */
@FunctionalInterface
public interface Decoders {
    EventDecoder of(Manner manner);
}
