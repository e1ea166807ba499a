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
 * @param reason why, cut to {@value #MAX_REASON_BYTES} bytes of UTF-8
 * @param index the index that it was meant for
 * @param id the id that it was sent with
 * @param document the document as it was sent, absent where the letter is about the whole object
 * @param attempt how often the message had been received, and the letter been driven again
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
    public static final int MAX_REASON_BYTES = 1024;

    private static final int ELLIPSIS_BYTES = 3;

    public DeadLetter {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(errorType, "errorType");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(firstSeen, "firstSeen");
        reason = cut(reason);
    }

    /** The same letter, refused once more with another cause. */
    public DeadLetter refusedAgain(int newStatus, String newErrorType, String newReason) {
        return new DeadLetter(
                object, eTag, row, newStatus, newErrorType, newReason, index, id, document, attempt + 1, firstSeen);
    }

    /** Never cuts a character of two surrogates in half: half of one cannot be written as UTF-8. */
    private static String cut(String reason) {
        int bytes = 0;
        int fits = 0; // so much of it leaves room for the ellipsis
        for (int i = 0; i < reason.length(); ) {
            int character = reason.codePointAt(i);
            bytes += utf8Bytes(character);
            i += Character.charCount(character);
            if (bytes <= MAX_REASON_BYTES - ELLIPSIS_BYTES) {
                fits = i;
            } else if (bytes > MAX_REASON_BYTES) {
                return reason.substring(0, fits) + "…";
            }
        }
        return reason;
    }

    private static int utf8Bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
