package org.ocsf4j.cli;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;

/**
 * A folder of a bucket, as {@code s3://BUCKET/PREFIX}.
 *
 * @param prefix what keys begin with: empty, or with a slash at its end
 */
record BucketPlace(String bucket, String prefix) {

    private static final String S3 = "s3://";

    /**
     * Null where {@code place} is no address of S3.
     *
     * @param option of the message where it names no bucket
     */
    static @Nullable BucketPlace of(String option, String place) {
        if (!place.startsWith(S3)) {
            return null;
        }
        int slash = place.indexOf('/', S3.length());
        String bucket = place.substring(S3.length(), slash < 0 ? place.length() : slash);
        if (bucket.isEmpty()) {
            throw new ConfigurationException(
                    "[" + option + "] there is no bucket; " + place + "; use s3://BUCKET/PREFIX");
        }
        String path = slash < 0 ? "" : place.substring(slash + 1);
        return new BucketPlace(bucket, path.isEmpty() || path.endsWith("/") ? path : path + "/");
    }
}
