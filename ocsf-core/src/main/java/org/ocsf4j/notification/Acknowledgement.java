package org.ocsf4j.notification;

import java.time.Duration;

/**
 * Settles one received message: it is confirmed, or given back. Where {@link #confirm()} throws, the message may be given back
 * after it. Thread-safe.
 */
public interface Acknowledgement {

    /**
     * Removes the message: everything that it names is settled.
     *
     * @throws org.ocsf4j.failure.UnavailableException where the source did not confirm; the message comes again, which is
     *     harmless
     */
    void confirm();

    /** Makes the message receivable again after {@code delay}. Failures are logged, not thrown: the lease runs out anyway. */
    void giveBack(Duration delay);

    /** True once the source has said that somebody else may have received the message. What is in flight may end, no more. */
    default boolean isLost() {
        return false;
    }
}
