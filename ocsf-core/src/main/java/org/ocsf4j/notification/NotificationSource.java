package org.ocsf4j.notification;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where announcements come from, such as an SQS queue. {@link #receive} is called from one thread at a time; the messages'
 * acknowledgements are called from any.
 */
public interface NotificationSource extends AutoCloseable {

    /**
     * Waits up to {@code wait} for messages and returns at most {@code max} of them, none when the time is over. What is
     * returned stays leased to the caller until it is settled.
     *
     * @throws org.ocsf4j.failure.UnavailableException where the source did not answer; a retry helps
     * @throws org.ocsf4j.failure.ConfigurationException where the source refuses us; only a changed set-up helps
     */
    List<ReceivedMessage> receive(int max, Duration wait) throws InterruptedException;

    /** How many messages the source still holds, leased and delayed ones included; empty where it cannot say. */
    default OptionalLong remaining() {
        return OptionalLong.empty();
    }

    /** Ends every lease that is still held, without settling it, and releases what the source itself opened. */
    @Override
    default void close() {}
}
