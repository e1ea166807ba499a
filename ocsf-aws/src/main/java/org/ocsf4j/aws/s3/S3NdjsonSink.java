package org.ocsf4j.aws.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Stores events in S3 as NDJSON, each batch as an object of its own, compressed with gzip:
 * {@code <prefix><id of the source object>/<first row>-<last row>.ndjson.gz}. The name is made of the source object and its rows, so a
 * batch that is delivered again replaces itself. A batch that is cut otherwise, because limits were changed or an object was continued
 * elsewhere, is stored beside the other: rows may then be there twice, with the same numbers in the names.
 *
 * <p>Events are stored when {@link #write} returns: S3 has compared the digest of what it stored, and answered. A document of a decoder
 * that writes line feeds between tokens spans lines; the decoder of {@code ocsf-parquet} writes none.
 *
 * <p>An object has the size of a batch, see {@code PipelineOptions.batchBytes}. Thread-safe. The client is the caller's, who closes it.
 */
public final class S3NdjsonSink implements EventSink {

    private static final int COMPRESSION = 8;

    private final ConfirmedPut target;
    private final String prefix;

    private S3NdjsonSink(Builder builder) {
        target = new ConfirmedPut(builder.client, builder.bucket, builder.expectedBucketOwner);
        prefix = builder.prefix;
    }

    /** A sink that writes to {@code bucket} with {@code client}, which stays open. */
    public static Builder builder(S3Client client, String bucket) {
        return new Builder(client, bucket);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.ocsf4j.failure.UnavailableException where S3 does not answer or asks for patience: a retry helps
     * @throws org.ocsf4j.failure.ConfigurationException where S3 refuses us; the message says what to check
     */
    @Override
    public List<EventOutcome> write(EventBatch batch) {
        if (!batch.isEmpty()) {
            target.put(key(batch), compressed(batch));
        }
        return Collections.nCopies(batch.count(), EventOutcome.INDEXED);
    }

    /** Rows are padded, so that names sort as rows do. */
    private String key(EventBatch batch) {
        return String.format(
                Locale.ROOT,
                "%s%s/%012d-%012d.ndjson.gz",
                prefix,
                batch.object().documentIdPrefix(),
                batch.row(0),
                batch.row(batch.count() - 1));
    }

    private static byte[] compressed(EventBatch batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(batch.sizeBytes() / COMPRESSION + 64);
        try (OutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
            out.write(batch.buffer(), 0, batch.sizeBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** Collects the options of a sink. Not thread-safe. */
    public static final class Builder {

        private static final String CONTEXT = "S3 NDJSON sink";

        private final S3Client client;
        private final String bucket;
        private String prefix = "";
        private @Nullable String expectedBucketOwner;

        private Builder(S3Client client, String bucket) {
            this.client = Objects.requireNonNull(client, "client");
            this.bucket = ConfirmedPut.bucket(CONTEXT, bucket);
        }

        /** What keys begin with, such as {@code events/}. The default is nothing. */
        public Builder prefix(String keyPrefix) {
            prefix = Objects.requireNonNull(keyPrefix, "prefix");
            return this;
        }

        /** The 12 digits of the account that the bucket must belong to; S3 refuses with 403 where it does not. The default is any. */
        public Builder expectedBucketOwner(@Nullable String account) {
            expectedBucketOwner = ConfirmedPut.account(CONTEXT, account);
            return this;
        }

        /** Calls nothing yet. */
        public S3NdjsonSink build() {
            return new S3NdjsonSink(this);
        }
    }
}
