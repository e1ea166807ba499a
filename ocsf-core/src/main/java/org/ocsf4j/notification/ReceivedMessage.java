package org.ocsf4j.notification;

import java.util.Objects;

/**
 * A message that a source handed out. Its lease runs until {@link Acknowledgement#confirm()} or
 * {@link Acknowledgement#giveBack(java.time.Duration)}.
 *
 * @param id the source's name for it, for logs; never part of a document's id
 * @param receiveCount how often the source has handed it out, 1 the first time
 * @param notification what it says
 * @param acknowledgement how it is settled
 */
public record ReceivedMessage(String id, int receiveCount, Notification notification, Acknowledgement acknowledgement) {

    public ReceivedMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(notification, "notification");
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        if (receiveCount < 1) {
            throw new IllegalArgumentException("[message " + id + "] receiveCount is below 1; " + receiveCount);
        }
    }
}
