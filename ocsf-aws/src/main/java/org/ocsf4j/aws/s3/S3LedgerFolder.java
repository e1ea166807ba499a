package org.ocsf4j.aws.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ocsf4j.aws.internal.SdkFailures;
import org.ocsf4j.backfill.LedgerEntry;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.object.ObjectIdentity;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The ledger of a backfill that several machines work on: an object of lines for each part of the work, {@code
 * <prefix><name>.ndjson}. Nobody waits for anybody, and no line is ever torn, because S3 stores an object whole or not at all. The
 * lines are those of {@link org.ocsf4j.backfill.BackfillLedger}: such a file may be put there too.
 *
 * <p>A lake's bucket is no place for it. Thread-safe. The client is the caller's, who closes it.
 */
public final class S3LedgerFolder {

    private static final String SUFFIX = ".ndjson";
    private static final String ACCESS =
            "the bucket's name and region, the role and its external id, s3:ListBucket and s3:GetObject";

    private final ConfirmedPut target;
    private final String prefix;

    /**
     * The ledger below {@code prefix}, such as {@code lake-2026/ledger/}; calls nothing yet.
     *
     * @param prefix what keys begin with; empty for the whole bucket
     */
    public S3LedgerFolder(S3Client client, String bucket, String prefix) {
        target = new ConfirmedPut(
                Objects.requireNonNull(client, "client"), ConfirmedPut.bucket("S3 ledger", bucket), null);
        this.prefix = Objects.requireNonNull(prefix, "prefix");
    }

    /**
     * Notes objects as settled; they are safe when this returns.
     *
     * @param name of this part, such as no other has
     * @throws org.ocsf4j.failure.UnavailableException where S3 did not answer; a retry helps
     * @throws ConfigurationException where S3 refuses us
     */
    public void write(String name, List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream(256 * entries.size());
        for (LedgerEntry entry : entries) {
            lines.writeBytes(entry.line());
        }
        target.put(prefix + name + SUFFIX, lines.toByteArray());
    }

    /**
     * The keys of all parts, to be read one by one, also by other machines.
     *
     * @throws org.ocsf4j.failure.UnavailableException where S3 did not answer; a retry helps
     * @throws ConfigurationException where S3 refuses us
     */
    public List<String> parts() {
        ListObjectsV2Request all = ListObjectsV2Request.builder()
                .bucket(target.bucket())
                .prefix(prefix)
                .build();
        try {
            return target.client().listObjectsV2Paginator(all).contents().stream()
                    .map(S3Object::key)
                    .filter(key -> key.endsWith(SUFFIX))
                    .toList();
        } catch (SdkException e) {
            throw SdkFailures.of("s3://" + target.bucket() + "/" + prefix, e, ACCESS);
        }
    }

    /**
     * The objects that a part notes as settled.
     *
     * @throws org.ocsf4j.failure.UnavailableException where S3 did not answer; a retry helps
     * @throws ConfigurationException where S3 refuses us, or the part is no ledger
     */
    public List<ObjectIdentity> read(String part) {
        byte[] bytes;
        try {
            bytes = target.client()
                    .getObjectAsBytes(request -> request.bucket(target.bucket()).key(part))
                    .asByteArrayUnsafe();
        } catch (SdkException e) {
            throw SdkFailures.of("s3://" + target.bucket() + "/" + part, e, ACCESS);
        }
        List<ObjectIdentity> objects = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                objects.add(object(part, bytes, from, i, objects.size() + 1));
                from = i + 1;
            }
        }
        return objects; // a last line without its line feed is one that a crash has torn, of a file that was put there
    }

    private ObjectIdentity object(String part, byte[] bytes, int from, int to, int line) {
        try {
            return LedgerEntry.object(Arrays.copyOfRange(bytes, from, to));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "[s3://" + target.bucket() + "/" + part + ": line " + line + "] this is no line of a ledger; "
                            + e.getMessage() + "; remove the object or name another prefix",
                    e);
        }
    }
}
