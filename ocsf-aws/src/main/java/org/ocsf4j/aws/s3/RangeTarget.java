package org.ocsf4j.aws.s3;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.s3.S3Reads.BodyTarget;
import org.ocsf4j.aws.s3.S3Reads.Slice;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Where one range of one version goes: straight into the caller's array. What is not that range is not read: the connection is
 * dropped and the caller judges the response.
 */
final class RangeTarget implements BodyTarget {

    private final String eTag;
    private final long position;
    private final byte[] target;
    private final int offset;
    private final int length;

    RangeTarget(String eTag, long position, byte[] target, int offset, int length) {
        this.eTag = eTag;
        this.position = position;
        this.target = target;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public @Nullable Slice of(GetObjectResponse response) {
        return isOtherVersion(response) || !isWantedRange(response) ? null : new Slice(target, offset, length);
    }

    boolean isOtherVersion(GetObjectResponse response) {
        @Nullable String other = response.eTag();
        return other != null && !other.equals(eTag);
    }

    /** A whole object is a range too, if it is what was asked for. */
    boolean isWantedRange(GetObjectResponse response) {
        ContentRange range = ContentRange.parse(response.contentRange());
        if (range != null) {
            return range.first() == position && range.length() == length;
        }
        return position == 0 && response.contentLength() != null && response.contentLength() == length;
    }
}
