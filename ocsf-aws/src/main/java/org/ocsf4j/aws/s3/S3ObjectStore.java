package org.ocsf4j.aws.s3;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectStore;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Opens objects in S3 or in a store that speaks its protocol.
 *
 * <p>Opening costs one request, which brings the last 64 KiB along: a Parquet footer, or the whole of a small object. What
 * lies before is read by ranges of at most 8 MiB, each under {@code If-Match} with the entity tag of the first response, so
 * that two reads never mix versions. Nothing is spooled to disk.
 *
 * <p>Retries of single requests, also of bodies that break off, are the client's: configure them there. What still fails is
 * thrown by what helps, see {@link ObjectStore#open} and {@link ObjectContent#readFully}:
 *
 * <ul>
 *   <li>{@code NoSuchKey}, a delete marker, an archived object: missing, no retry helps
 *   <li>412 and 416 on a pinned range: changed, start over
 *   <li>5xx, throttling, no answer, a truncated answer: unavailable, a retry helps
 *   <li>any other refusal, such as 403 or {@code NoSuchBucket}: configuration; the message says what to check
 * </ul>
 *
 * <p>Thread-safe. The client is the caller's, who closes it.
 */
public final class S3ObjectStore implements ObjectStore {

    private final Supplier<S3Reads> client;
    private final @Nullable String expectedBucketOwner;

    private S3ObjectStore(Builder builder) {
        client = builder.client;
        expectedBucketOwner = builder.expectedBucketOwner;
    }

    /** A store that reads with {@code client}, which stays open. */
    public static Builder builder(S3Client client) {
        Objects.requireNonNull(client, "client");
        return new Builder(() -> new SyncReads(client));
    }

    /**
     * A store that reads with {@code client}, which stays open: the SDK's asynchronous client, over whichever HTTP client it was given.
     * Whoever reads waits as with the blocking client; an interrupt, or closing the object, cancels what is under way.
     *
     * <p>Not for the client of {@link S3AsyncClient#crtBuilder()}: it asks for an object's end with two requests, the first of
     * which is a {@code HEAD}, whose refusals say nothing but a status, and which stores other than S3 answer without the range.
     */
    public static Builder builder(S3AsyncClient client) {
        Objects.requireNonNull(client, "client");
        return new Builder(() -> new AsyncReads(client));
    }

    @Override
    public ObjectContent open(ObjectNotification notification) {
        S3Object object = new S3Object(notification.location(), notification.versionId(), expectedBucketOwner);
        S3Reads reads = client.get();
        return new S3ObjectContent(reads, object, new TailReader(reads).read(object));
    }

    /** Collects the options of a store. Not thread-safe. */
    public static final class Builder {

        private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

        private final Supplier<S3Reads> client;
        private @Nullable String expectedBucketOwner;

        private Builder(Supplier<S3Reads> client) {
            this.client = client;
        }

        /**
         * The 12 digits of the account that every bucket must belong to; S3 refuses with 403 where it does not. The default
         * is none: then anybody's bucket that the allow-list and the role's rights admit is read.
         */
        public Builder expectedBucketOwner(@Nullable String account) {
            if (account != null && !ACCOUNT.matcher(account).matches()) {
                throw new IllegalArgumentException(
                        "[S3 object store] expectedBucketOwner is not an account's 12 digits; '" + account + "'");
            }
            expectedBucketOwner = account;
            return this;
        }

        public S3ObjectStore build() {
            return new S3ObjectStore(this);
        }
    }
}
