package org.ocsf4j.aws.s3;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object's last bytes, which came with its size and entity tag in one response.
 *
 * @param eTag as S3 sent it, with its quotation marks
 * @param size the whole object's size in bytes
 * @param lastModified when S3 stored it, where it says so
 * @param bytes the last of them, or none
 */
@SuppressWarnings("ArrayRecordComponent") // held by one content, never compared
record Tail(String eTag, long size, @Nullable Instant lastModified, byte[] bytes) {

    /** The position of the first byte that is held. */
    long start() {
        return size - bytes.length;
    }
}
