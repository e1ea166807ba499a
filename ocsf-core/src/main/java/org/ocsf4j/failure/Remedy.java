package org.ocsf4j.failure;

/** What helps against a failure. */
public enum Remedy {
    /** The same call may succeed later: keep the notification and try again. */
    RETRY,
    /** The object will never be readable: write a record of it to the dead letters, then acknowledge. */
    DEAD_LETTER,
    /** The bytes are wrong and may be evidence: acknowledge nothing, let the queue's redrive policy move the message. */
    LEAVE,
    /** The set-up is wrong: stop consuming until somebody mends it, lose nothing meanwhile. */
    STOP
}
