package org.ocsf4j.aws.s3;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectLocation;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/**
 * What every request for one object has in common.
 *
 * @param versionId the version to read, where it is not the latest
 * @param bucketOwner the account that the bucket must belong to, where that is known
 */
record S3Object(ObjectLocation location, @Nullable String versionId, @Nullable String bucketOwner) {

    GetObjectRequest.Builder get() {
        return GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .versionId(versionId)
                .expectedBucketOwner(bucketOwner);
    }

    HeadObjectRequest head() {
        return HeadObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .versionId(versionId)
                .expectedBucketOwner(bucketOwner)
                .build();
    }

    @Override
    public String toString() {
        return versionId == null ? location.toString() : location + "?versionId=" + versionId;
    }
}
