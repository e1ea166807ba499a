package org.ocsf4j.notification;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectLocation;

/**
 * The announcement of one object.
 *
 * @param location where it is
 * @param eTag its entity tag at that time, where the message has one; the object may have been replaced since
 * @param sizeBytes its size at that time, where the message has one
 * @param versionId its S3 version, where the bucket has versioning and the message says so
 * @param firstRow the row to begin with: 0, or more when an earlier invocation has settled the rows before it
 */
public record ObjectNotification(
        ObjectLocation location,
        @Nullable String eTag,
        @Nullable Long sizeBytes,
        @Nullable String versionId,
        long firstRow) {

    public ObjectNotification {
        Objects.requireNonNull(location, "location");
        if (sizeBytes != null && sizeBytes < 0) {
            throw new IllegalArgumentException("[" + location + "] the size is negative; " + sizeBytes);
        }
        if (firstRow < 0) {
            throw new IllegalArgumentException("[" + location + "] the first row is negative; " + firstRow);
        }
    }

    /** The whole object, as it is when it is opened. */
    public static ObjectNotification of(ObjectLocation location) {
        return new ObjectNotification(location, null, null, null, 0);
    }
}
