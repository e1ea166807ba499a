package org.ocsf4j.notification;

import java.util.List;
import java.util.Objects;

/** What one message says. */
public sealed interface Notification {

    /**
     * A message that was understood.
     *
     * @param objects the objects to read; may be empty
     * @param ignored what else it names, each with the reason why it is not read
     */
    record Understood(List<ObjectNotification> objects, List<Ignored> ignored) implements Notification {
        public Understood {
            objects = List.copyOf(objects);
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * A message that was not understood. It is never acknowledged: the queue's redrive policy moves it.
     *
     * @param reason why, without the message's text
     */
    record Malformed(String reason) implements Notification {
        public Malformed {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Something that a message names and that is settled by not reading it: a deletion, a test event, table metadata, an
     * empty object.
     *
     * @param subject what it is, printable
     * @param reason why it is not read
     */
    record Ignored(String subject, String reason) {
        public Ignored {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
