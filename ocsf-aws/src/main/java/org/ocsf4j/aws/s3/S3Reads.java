package org.ocsf4j.aws.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * The two requests that reading one object takes, whichever client makes them. Both wait for the answer and throw the SDK's
 * {@link software.amazon.awssdk.core.exception.SdkException}. Thread-safe.
 */
interface S3Reads {

    /** Asks for the object, or a range of it, and puts the body where {@code target} says. */
    GetObjectResponse get(GetObjectRequest request, BodyTarget target);

    HeadObjectResponse head(HeadObjectRequest request);

    /** Ends what is under way, where the client can; the client stays open. */
    void close();

    /** Decides by a response's headers where its body goes. Asked once for each attempt. */
    interface BodyTarget {

        /** Where the body goes, or null where it is not what was wanted: then it is not read. */
        @Nullable
        Slice of(GetObjectResponse response);
    }

    /** As many bytes as the body has to have, and their place. */
    @SuppressWarnings("ArrayRecordComponent") // the caller's array, never compared
    record Slice(byte[] array, int offset, int length) {}
}
