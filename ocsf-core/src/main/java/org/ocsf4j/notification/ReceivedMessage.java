package org.ocsf4j.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that a source handed out. Its lease runs until {@link Acknowledgement#confirm()} or
 * {@link Acknowledgement#giveBack(java.time.Duration)}.
 *
 * @param id the source's name for it, for logs; never part of a document's id
 * @param receiveCount how often the source has handed it out, 1 the first time
 * @param notification what it says
 * @param acknowledgement how it is settled
 * @param sentAt when it was sent, where the source says so; by the source's clock, for metrics only
 */
public record ReceivedMessage(
        String id,
        int receiveCount,
        Notification notification,
        Acknowledgement acknowledgement,
        @Nullable Instant sentAt) {

    public ReceivedMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(notification, "notification");
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        if (receiveCount < 1) {
            throw new IllegalArgumentException("[message " + id + "] receiveCount is below 1; " + receiveCount);
        }
    }

    /** A message of a source that does not say when it was sent. */
    public ReceivedMessage(String id, int receiveCount, Notification notification, Acknowledgement acknowledgement) {
        this(id, receiveCount, notification, acknowledgement, null);
    }

    /** How long ago it was sent, never below zero; absent where the source does not say. */
    public @Nullable Duration age(Instant now) {
        if (sentAt == null) {
            return null;
        }
        return sentAt.isAfter(now) ? Duration.ZERO : Duration.between(sentAt, now);
    }
}
