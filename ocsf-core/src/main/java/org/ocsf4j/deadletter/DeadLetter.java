package org.ocsf4j.deadletter;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectLocation;

/**
 * What is kept of one event that a destination refused, or of one object that is not there.
 *
 * @param object the object that it comes from
 * @param eTag that object's entity tag, where it is known
 * @param row the row's ordinal in the object, absent where the letter is about the whole object
 * @param status the destination's HTTP status, 0 where there is none
 * @param errorType the destination's name for the error
 * @param reason why, cut to {@value #MAX_REASON_CHARS} characters
 * @param index the index that it was meant for
 * @param id the id that it was sent with
 * @param document the document as it was sent, absent where the letter is about the whole object
 * @param attempt how often the message had been received
 * @param firstSeen when it was refused
 */
@SuppressWarnings("ArrayRecordComponent") // the document as sent; letters are written, never compared
public record DeadLetter(
        ObjectLocation object,
        @Nullable String eTag,
        @Nullable Long row,
        int status,
        String errorType,
        String reason,
        @Nullable String index,
        @Nullable String id,
        byte @Nullable [] document,
        int attempt,
        Instant firstSeen) {

    /** How much of a reason is kept: it may quote the event, which may be long. */
    public static final int MAX_REASON_CHARS = 1024;

    public DeadLetter {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(errorType, "errorType");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(firstSeen, "firstSeen");
        if (reason.length() > MAX_REASON_CHARS) {
            reason = cut(reason);
        }
    }

    /** Never cuts a character of two surrogates in half: half of one cannot be written as UTF-8. */
    private static String cut(String reason) {
        int end = MAX_REASON_CHARS - 1;
        if (Character.isHighSurrogate(reason.charAt(end - 1))) {
            end--;
        }
        return reason.substring(0, end) + "…";
    }
}
