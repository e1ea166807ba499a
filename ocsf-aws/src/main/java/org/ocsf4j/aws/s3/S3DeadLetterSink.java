package org.ocsf4j.aws.s3;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterLines;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Keeps dead letters in S3, each write as an object of its own:
 * {@code <prefix>yyyy/MM/dd/dead-letters-<UTC time>-<digest>.ndjson.gz}, readable by
 * {@link org.ocsf4j.deadletter.DeadLetterReader} once it is fetched. Letters are safe when {@link #write} returns: S3 has compared
 * the digest of what it stored and answered. Encryption is the bucket's.
 *
 * <p>A lake's bucket is no place for them: they would be announced as its objects are.
 *
 * <p>Thread-safe. The client is the caller's, who closes it.
 */
public final class S3DeadLetterSink implements DeadLetterSink {

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final int DIGEST_BYTES = 8;

    private final ConfirmedPut target;
    private final String prefix;
    private final Clock clock;

    private S3DeadLetterSink(Builder builder) {
        target = new ConfirmedPut(builder.client, builder.bucket, builder.expectedBucketOwner);
        prefix = builder.prefix;
        clock = builder.clock;
    }

    /** A sink that writes to {@code bucket} with {@code client}, which stays open. */
    public static Builder builder(S3Client client, String bucket) {
        return new Builder(client, bucket);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.ocsf4j.failure.ConfigurationException where S3 refuses us; the message says what to check
     */
    @Override
    public void write(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        byte[] bytes = DeadLetterLines.compressed(letters);
        Instant now = clock.instant();
        String key = prefix + FOLDER.format(now) + FileDeadLetterSink.FILE_PREFIX + STAMP.format(now) + "-"
                + HexFormat.of().formatHex(Arrays.copyOf(ConfirmedPut.digest("SHA-256", bytes), DIGEST_BYTES))
                + ".ndjson.gz";
        target.put(key, bytes);
    }

    /** Collects the options of a sink. Not thread-safe. */
    public static final class Builder {

        private static final String CONTEXT = "S3 dead letters";

        private final S3Client client;
        private final String bucket;
        private String prefix = "";
        private @Nullable String expectedBucketOwner;
        private Clock clock = Clock.systemUTC();

        private Builder(S3Client client, String bucket) {
            this.client = Objects.requireNonNull(client, "client");
            this.bucket = ConfirmedPut.bucket(CONTEXT, bucket);
        }

        /** What keys begin with, such as {@code dead-letters/}. The default is nothing. */
        public Builder prefix(String keyPrefix) {
            prefix = Objects.requireNonNull(keyPrefix, "prefix");
            return this;
        }

        /** The 12 digits of the account that the bucket must belong to; S3 refuses with 403 where it does not. The default is any. */
        public Builder expectedBucketOwner(@Nullable String account) {
            expectedBucketOwner = ConfirmedPut.account(CONTEXT, account);
            return this;
        }

        Builder clock(Clock fixed) {
            clock = fixed;
            return this;
        }

        /** Calls nothing yet. */
        public S3DeadLetterSink build() {
            return new S3DeadLetterSink(this);
        }
    }
}
