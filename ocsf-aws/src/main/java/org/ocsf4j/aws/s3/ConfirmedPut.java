package org.ocsf4j.aws.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.internal.SdkFailures;
import org.ocsf4j.failure.UnavailableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Puts whole NDJSON objects into one bucket. An object is safe when {@link #put} returns: S3 has compared the digest of what it stored,
 * and answered.
 *
 * @param expectedBucketOwner the account that the bucket must belong to; null for any
 */
record ConfirmedPut(S3Client client, String bucket, @Nullable String expectedBucketOwner) {

    private static final String ACCESS = "the bucket's name and region, the role and its external id, s3:PutObject,"
            + " kms:GenerateDataKey on the bucket's key, and the expected bucket owner";
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /** @throws org.ocsf4j.failure.ConfigurationException where S3 refuses us; the message says what to check */
    void put(String key, byte[] bytes) {
        PutObjectResponse stored;
        try {
            stored = client.putObject(
                    request -> request.bucket(bucket)
                            .key(key)
                            .expectedBucketOwner(expectedBucketOwner)
                            .contentType("application/x-ndjson")
                            .contentMD5(Base64.getEncoder().encodeToString(digest("MD5", bytes))),
                    RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw SdkFailures.of("s3://" + bucket + "/" + key, e, ACCESS);
        }
        if (stored.eTag() == null || stored.eTag().isEmpty()) {
            throw new UnavailableException(
                    "[s3://" + bucket + "/" + key + "] the store did not confirm the object; try again");
        }
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** @param context of the message where they are no account */
    static @Nullable String account(String context, @Nullable String digits) {
        if (digits != null && !ACCOUNT.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "[" + context + "] expectedBucketOwner is not an account's 12 digits; '" + digits + "'");
        }
        return digits;
    }

    /** @param context of the message where it is blank */
    static String bucket(String context, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("[" + context + "] bucket is blank");
        }
        return name;
    }
}
