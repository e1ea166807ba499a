package org.ocsf4j.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectLocation;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Can the bucket be listed, and one object be read by a range? */
final class BucketCheck implements Check {

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final @Nullable String owner;

    BucketCheck(S3Client s3, String bucket, String prefix, @Nullable String owner) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.owner = owner;
    }

    @Override
    public String subject() {
        return "bucket";
    }

    @Override
    public List<Finding> run() {
        ListObjectsV2Response listed;
        try {
            listed = s3.listObjectsV2(
                    request -> request.bucket(bucket).prefix(prefix).expectedBucketOwner(owner));
        } catch (AwsServiceException e) {
            return List.of(Finding.fail(subject(), "s3://" + bucket + "/" + prefix + "; " + Refusal.of(e), advice(e)));
        } catch (SdkException e) {
            return List.of(Finding.fail(
                    subject(),
                    "no answer; " + Refusal.of(e),
                    "check the region, and the way to S3 (VPC endpoint, proxy)"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.pass(subject(), "s3://" + bucket + "/" + prefix + " can be listed"));
        findings.add(listed.contents().stream()
                .filter(BucketCheck::isOfEvents)
                .findFirst()
                .map(this::read)
                .orElseGet(() -> Finding.warn(
                        "object",
                        "no Parquet object is among the first "
                                + listed.contents().size(),
                        "give --prefix of a source that has some, to see whether they can be read")));
        return findings;
    }

    private static boolean isOfEvents(S3Object object) {
        String key = object.key().toLowerCase(Locale.ROOT);
        return object.size() > 0 && key.endsWith(".parquet") && !key.contains("/metadata/");
    }

    private Finding read(S3Object object) {
        ObjectLocation location = new ObjectLocation(bucket, object.key());
        try (ObjectContent content =
                S3ObjectStore.builder(s3).expectedBucketOwner(owner).build().open(ObjectNotification.of(location))) {
            byte[] magic = new byte[Math.min(4, Math.toIntExact(Math.min(content.sizeBytes(), 4)))];
            content.readFully(0, magic, 0, magic.length);
            return Finding.pass("object", location + " can be read by ranges");
        } catch (OcsfException e) {
            return Finding.fail(
                    "object",
                    String.valueOf(e.getMessage()),
                    "grant s3:GetObject on the prefix and kms:Decrypt on the bucket's key");
        }
    }

    private String advice(AwsServiceException failure) {
        return switch (Refusal.code(failure)) {
            case "NoSuchBucket" -> "check the bucket's name";
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                "the bucket is in another region: give --region";
            case "SignatureDoesNotMatch" -> "the secret does not belong to the access key: check both";
            case "InvalidAccessKeyId" -> "S3 does not know the access key: check it, and the session token";
            case "RequestTimeTooSkewed" -> "set the clock: start NTP";
            default ->
                "grant s3:ListBucket on the bucket to the role, and check the bucket's policy"
                        + (owner == null ? "" : " and whether it belongs to " + owner) + "; without it a missing object"
                        + " is refused too";
        };
    }
}
