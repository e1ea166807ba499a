package org.ocsf4j.aws.s3;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Takes one range of one version off the wire, straight into the caller's array. What is not that range is not read: the
 * connection is dropped and the caller judges the response. A body that breaks off is read again, from the range's start, by
 * the SDK's retries.
 */
final class RangeReader implements ResponseTransformer<GetObjectResponse, GetObjectResponse> {

    private final String eTag;
    private final long position;
    private final byte[] target;
    private final int offset;
    private final int length;

    RangeReader(String eTag, long position, byte[] target, int offset, int length) {
        this.eTag = eTag;
        this.position = position;
        this.target = target;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public GetObjectResponse transform(GetObjectResponse response, AbortableInputStream body) {
        if (isOtherVersion(response) || !isWantedRange(response)) {
            body.abort();
            return response;
        }
        try {
            int read = body.readNBytes(target, offset, length);
            if (read < length) {
                throw RetryableException.create("the response broke off after " + read + " of " + length + " bytes");
            }
            return response;
        } catch (IOException e) {
            throw RetryableException.create("the response broke off before its " + length + " bytes", e);
        }
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
