package org.ocsf4j.aws.s3;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.s3.S3Reads.Slice;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import software.amazon.awssdk.core.exception.SdkException;
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

    private static final byte[] NONE = {};

    private final S3Reads reads;

    TailReader(S3Reads reads) {
        this.reads = reads;
    }

    Tail read(S3Object object) {
        AtomicReference<@Nullable Slice> tail = new AtomicReference<>();
        GetObjectResponse response;
        try {
            response = reads.get(object.get().range("bytes=-" + TAIL_BYTES).build(), answer -> {
                Slice wanted = slice(answer);
                tail.set(wanted);
                return wanted;
            });
        } catch (S3Exception e) {
            if (e.statusCode() == S3Failures.RANGE_NOT_SATISFIABLE) {
                return head(object); // no suffix of an empty object can be satisfied
            }
            throw S3Failures.of(object, e);
        } catch (SdkException e) {
            throw S3Failures.of(object, e);
        }
        Slice slice = tail.get();
        return new Tail(
                eTag(object, response.eTag()),
                size(object, sizeOf(response)),
                response.lastModified(),
                slice == null ? NONE : slice.array());
    }

    private Tail head(S3Object object) {
        try {
            HeadObjectResponse head = reads.head(object.head());
            return new Tail(eTag(object, head.eTag()), size(object, head.contentLength()), head.lastModified(), NONE);
        } catch (SdkException e) {
            throw S3Failures.of(object, e);
        }
    }

    private static @Nullable Slice slice(GetObjectResponse response) {
        ContentRange range = ContentRange.parse(response.contentRange());
        Long size = sizeOf(response);
        long length = range == null ? (size == null ? Long.MAX_VALUE : size) : range.length();
        if (length > TAIL_BYTES || (range != null && range.last() != range.size() - 1)) {
            return null; // the server does not know suffix ranges: this is the whole object, or some other part
        }
        return new Slice(new byte[(int) length], 0, (int) length);
    }

    private static @Nullable Long sizeOf(GetObjectResponse response) {
        ContentRange range = ContentRange.parse(response.contentRange());
        return range == null ? response.contentLength() : Long.valueOf(range.size());
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
}
