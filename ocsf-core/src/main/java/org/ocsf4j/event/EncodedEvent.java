package org.ocsf4j.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One event of a batch: strict JSON in UTF-8, on one line, without its line feed. The bytes belong to the batch and are valid
 * until it is cleared.
 *
 * @param row the ordinal of its row in the file, from 0, before any filter
 * @param eventClass what it says it is
 * @param timeMillis its {@code time} in milliseconds since the epoch, or {@link EventBatch#NO_TIME}
 * @param buffer the batch's bytes
 * @param offset where the event begins in them
 * @param length how many bytes it has
 */
@SuppressWarnings("ArrayRecordComponent") // a window on the batch, made for reading; never compared
public record EncodedEvent(long row, EventClass eventClass, long timeMillis, byte[] buffer, int offset, int length) {

    /** A copy of the JSON bytes. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return new String(buffer, offset, length, StandardCharsets.UTF_8);
    }
}
