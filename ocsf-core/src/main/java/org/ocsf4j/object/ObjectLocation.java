package org.ocsf4j.object;

import java.io.Serializable;
import java.util.Objects;

/** Where an object is: a bucket and a key, the key as S3 stores it (not URL-encoded). */
public record ObjectLocation(String bucket, String key) implements Serializable {

    public ObjectLocation {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException("bucket is empty; key " + key);
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key is empty; bucket " + bucket);
        }
    }

    /** {@code s3://bucket/key}, with control characters replaced so that it can stand in a log line. */
    @Override
    public String toString() {
        return ("s3://" + bucket + "/" + key).replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
