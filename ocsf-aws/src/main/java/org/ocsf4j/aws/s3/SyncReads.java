package org.ocsf4j.aws.s3;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Reads with the blocking client, on the thread that asks. A body that breaks off is read again, from the range's start, by the
 * SDK's retries.
 */
final class SyncReads implements S3Reads {

    private final S3Client client;

    SyncReads(S3Client client) {
        this.client = client;
    }

    @Override
    public GetObjectResponse get(GetObjectRequest request, BodyTarget target) {
        return client.getObject(request, (response, body) -> take(response, body, target));
    }

    @Override
    public HeadObjectResponse head(HeadObjectRequest request) {
        return client.headObject(request);
    }

    /** Called by the SDK, which hides what is thrown here: the response is judged by the caller. */
    private static GetObjectResponse take(GetObjectResponse response, AbortableInputStream body, BodyTarget target) {
        @Nullable Slice slice = target.of(response);
        if (slice == null) {
            body.abort();
            return response;
        }
        try {
            int read = body.readNBytes(slice.array(), slice.offset(), slice.length());
            if (read < slice.length()) {
                throw RetryableException.create(
                        "the response broke off after " + read + " of " + slice.length() + " bytes");
            }
            return response;
        } catch (IOException e) {
            throw RetryableException.create("the response broke off before its " + slice.length() + " bytes", e);
        }
    }

    /** Nothing is held open between two reads, and a read ends by its client's timeouts. */
    @Override
    public void close() {}
}
