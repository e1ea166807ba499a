package org.ocsf4j.aws.s3;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ocsf4j.aws.internal.SdkFailures;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The dead letters that {@link S3DeadLetterSink} has put below one prefix, to be driven again. An object of letters is put aside by a
 * copy under another name, {@value #DONE} behind its own; only then is it deleted.
 *
 * <p>Thread-safe. The client is the caller's, who closes it. Every method throws
 * {@link org.ocsf4j.failure.UnavailableException} where S3 did not answer, and a retry helps;
 * {@link org.ocsf4j.failure.ConfigurationException} where it refuses us, and the message says what to check.
 */
public final class S3DeadLetterFolder {

    private static final String DONE = ".redriven";
    private static final String ACCESS =
            "the bucket's name and region, the role and its external id, s3:ListBucket, s3:GetObject,"
                    + " s3:PutObject, s3:DeleteObject, and kms:Decrypt and kms:GenerateDataKey on the bucket's key";

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /**
     * The letters below {@code prefix}; calls nothing yet.
     *
     * @param prefix what keys begin with, such as {@code dead-letters/}; empty for the whole bucket
     */
    public S3DeadLetterFolder(S3Client client, String bucket, String prefix) {
        this.client = Objects.requireNonNull(client, "client");
        this.bucket = ConfirmedPut.bucket("S3 dead letters", bucket);
        this.prefix = Objects.requireNonNull(prefix, "prefix");
    }

    /** The keys of all objects of letters that are still to be driven, in the order of their days. */
    public List<String> keys() {
        ListObjectsV2Request all =
                ListObjectsV2Request.builder().bucket(bucket).prefix(prefix).build();
        try {
            return client.listObjectsV2Paginator(all).contents().stream()
                    .map(S3Object::key)
                    .filter(S3DeadLetterFolder::isOfLetters)
                    .toList();
        } catch (SdkException e) {
            throw SdkFailures.of(place(prefix), e, ACCESS);
        }
    }

    private static boolean isOfLetters(String key) {
        return key.startsWith(FileDeadLetterSink.FILE_PREFIX, key.lastIndexOf('/') + 1)
                && (key.endsWith(".ndjson") || key.endsWith(".ndjson.gz"));
    }

    /** Copies an object into a file that is not there yet. */
    public void fetch(String key, Path target) {
        try {
            client.getObject(request -> request.bucket(bucket).key(key), target);
        } catch (SdkException e) {
            throw SdkFailures.of(place(key), e, ACCESS);
        }
    }

    /** Where letters of these objects are kept that fail again; closing it closes nothing. */
    public DeadLetterSink rest() {
        return S3DeadLetterSink.builder(client, bucket).prefix(prefix).build();
    }

    /** Puts an object aside whose letters have all found their place, in OpenSearch or in {@link #rest()}. */
    public void putAside(String key) {
        try {
            client.copyObject(request -> request.sourceBucket(bucket)
                    .sourceKey(key)
                    .destinationBucket(bucket)
                    .destinationKey(key + DONE));
            client.deleteObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw SdkFailures.of(place(key), e, ACCESS);
        }
    }

    /** An object's address, for messages. */
    public String place(String key) {
        return "s3://" + bucket + "/" + key;
    }
}
