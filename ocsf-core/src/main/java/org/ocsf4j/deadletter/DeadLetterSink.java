package org.ocsf4j.deadletter;

import java.util.List;

/** Where dead letters are kept. Thread-safe. */
public interface DeadLetterSink extends AutoCloseable {

    /**
     * Stores the letters and returns once they are safe: they count as settled from then on.
     *
     * @throws org.ocsf4j.failure.UnavailableException where they could not be stored now; nothing is acknowledged
     */
    void write(List<DeadLetter> letters);

    @Override
    default void close() {}
}
