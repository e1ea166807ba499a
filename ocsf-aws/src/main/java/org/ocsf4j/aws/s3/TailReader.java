package org.ocsf4j.aws.s3;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Opens an object with one request: a suffix range answers with the size, the entity tag and the bytes that a Parquet reader
 * asks for first. Small objects come whole.
 */
final class TailReader {

    /** How much of an object's end comes with the first request: {@value} bytes. */
    static final int TAIL_BYTES = 64 * 1024;

    private final S3Client client;

    TailReader(S3Client client) {
        this.client = client;
    }

    Tail read(S3Object object) {
        Answer answer;
        try {
            answer = client.getObject(object.get().range("bytes=-" + TAIL_BYTES).build(), TailReader::answer);
        } catch (S3Exception e) {
            if (e.statusCode() == S3Failures.RANGE_NOT_SATISFIABLE) {
                return head(object); // no suffix of an empty object can be satisfied
            }
            throw S3Failures.of(object, e);
        } catch (SdkException e) {
            throw S3Failures.of(object, e);
        }
        return new Tail(
                eTag(object, answer.response.eTag()),
                size(object, sizeOf(answer.response)),
                answer.response.lastModified(),
                answer.bytes);
    }

    private Tail head(S3Object object) {
        try {
            HeadObjectResponse head = client.headObject(object.head());
            return new Tail(
                    eTag(object, head.eTag()), size(object, head.contentLength()), head.lastModified(), new byte[0]);
        } catch (SdkException e) {
            throw S3Failures.of(object, e);
        }
    }

    /** Called by the SDK, which hides what is thrown here: the response is judged by the caller. */
    private static Answer answer(GetObjectResponse response, AbortableInputStream body) {
        ContentRange range = ContentRange.parse(response.contentRange());
        Long size = sizeOf(response);
        long length = range == null ? (size == null ? Long.MAX_VALUE : size) : range.length();
        if (length > TAIL_BYTES || (range != null && range.last() != range.size() - 1)) {
            body.abort(); // the server does not know suffix ranges: this is the whole object, or some other part
            return new Answer(response, new byte[0]);
        }
        return new Answer(response, exactly((int) length, body));
    }

    private static @Nullable Long sizeOf(GetObjectResponse response) {
        ContentRange range = ContentRange.parse(response.contentRange());
        return range == null ? response.contentLength() : Long.valueOf(range.size());
    }

    private static byte[] exactly(int length, AbortableInputStream body) {
        try {
            byte[] bytes = body.readNBytes(length);
            if (bytes.length < length) {
                throw RetryableException.create(
                        "the response broke off after " + bytes.length + " of " + length + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw RetryableException.create("the response broke off before its " + length + " bytes", e);
        }
    }

    private static String eTag(S3Object object, @Nullable String eTag) {
        if (eTag == null || eTag.replace("\"", "").isEmpty()) {
            throw new ConfigurationException("[" + object
                    + "] the store sends no entity tag; reads cannot be pinned to one version; check the endpoint");
        }
        return eTag;
    }

    private static long size(S3Object object, @Nullable Long contentLength) {
        if (contentLength == null || contentLength < 0) {
            throw new UnavailableException("[" + object + "] the response states no size; try again");
        }
        return contentLength;
    }

    @SuppressWarnings("ArrayRecordComponent") // on its way from the SDK to the caller
    private record Answer(GetObjectResponse response, byte[] bytes) {}
}
