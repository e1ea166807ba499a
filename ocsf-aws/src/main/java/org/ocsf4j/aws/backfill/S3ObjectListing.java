package org.ocsf4j.aws.backfill;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.internal.SdkFailures;
import org.ocsf4j.backfill.ListedObject;
import org.ocsf4j.backfill.ObjectListing;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists a bucket by {@code ListObjectsV2}, up to 1,000 names a page. Retries of single requests are the client's. Thread-safe. The
 * client is the caller's, who closes it.
 */
public final class S3ObjectListing implements ObjectListing {

    private static final String ACCESS =
            "the bucket's name, the region and the endpoint, the role and its external id, and s3:ListBucket";

    private final S3Client client;
    private final String bucket;
    private final @Nullable String expectedBucketOwner;

    /** The listing of {@code bucket}, whoever owns it; calls nothing yet. */
    public S3ObjectListing(S3Client client, String bucket) {
        this(client, bucket, null);
    }

    /** The listing of {@code bucket}, which S3 refuses with 403 where it is not that account's; calls nothing yet. */
    public S3ObjectListing(S3Client client, String bucket, @Nullable String expectedBucketOwner) {
        this.client = Objects.requireNonNull(client, "client");
        this.bucket = Objects.requireNonNull(bucket, "bucket");
        this.expectedBucketOwner = expectedBucketOwner;
    }

    @Override
    public Page list(String prefix, @Nullable String continuation) {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .delimiter("/")
                .continuationToken(continuation)
                .expectedBucketOwner(expectedBucketOwner)
                .build();
        ListObjectsV2Response response;
        try {
            response = client.listObjectsV2(request);
        } catch (SdkException e) {
            throw SdkFailures.of("s3://" + bucket + "/" + prefix, e, ACCESS);
        }
        List<ListedObject> objects = new ArrayList<>(response.contents().size());
        for (S3Object object : response.contents()) {
            if (object.eTag() != null) { // a folder of a store that has real ones
                objects.add(new ListedObject(
                        new ObjectIdentity(new ObjectLocation(bucket, object.key()), object.eTag()), object.size()));
            }
        }
        List<String> folders =
                response.commonPrefixes().stream().map(CommonPrefix::prefix).toList();
        boolean more = Boolean.TRUE.equals(response.isTruncated());
        return new Page(folders, objects, more ? response.nextContinuationToken() : null);
    }
}
