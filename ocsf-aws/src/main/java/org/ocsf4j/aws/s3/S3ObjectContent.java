package org.ocsf4j.aws.s3;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** One version of one S3 object: its tail in memory, the rest by ranges with {@code If-Match}. */
final class S3ObjectContent implements ObjectContent {

    /** What one request asks for at most: {@value} bytes. A response that breaks off costs no more than that again. */
    static final int MAX_RANGE_BYTES = 8 * 1024 * 1024;

    private final S3Reads reads;
    private final S3Object object;
    private final Tail tail;
    private final ObjectIdentity identity;

    S3ObjectContent(S3Reads reads, S3Object object, Tail tail) {
        this.reads = reads;
        this.object = object;
        this.tail = tail;
        this.identity = new ObjectIdentity(object.location(), tail.eTag());
    }

    @Override
    public ObjectIdentity identity() {
        return identity;
    }

    @Override
    public long sizeBytes() {
        return tail.size();
    }

    @Override
    public @Nullable Instant lastModified() {
        return tail.lastModified();
    }

    @Override
    public void readFully(long position, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        Objects.checkFromIndexSize(position, /* size= */ length, /* length= */ tail.size());
        int before = (int) Math.max(0, Math.min(length, tail.start() - position));
        for (int done = 0; done < before; ) {
            int part = Math.min(before - done, MAX_RANGE_BYTES);
            readRange(position + done, target, offset + done, part);
            done += part;
        }
        if (before < length) {
            int from = (int) (position + before - tail.start());
            System.arraycopy(tail.bytes(), from, target, offset + before, length - before);
        }
    }

    private void readRange(long position, byte[] target, int offset, int length) {
        GetObjectRequest request = object.get()
                .ifMatch(tail.eTag())
                .range("bytes=" + position + "-" + (position + length - 1))
                .build();
        RangeTarget range = new RangeTarget(tail.eTag(), position, target, offset, length);
        GetObjectResponse response;
        try {
            response = reads.get(request, range);
        } catch (SdkException e) {
            throw S3Failures.of(object, e);
        }
        if (range.isOtherVersion(response)) {
            throw new ObjectChangedException("[" + object
                    + "] the object was replaced while it was read; its entity tag is another; start over");
        }
        if (!range.isWantedRange(response)) {
            throw new ConfigurationException(
                    "[" + object + "] the store does not answer with the range that was asked for; " + request.range()
                            + "; check the endpoint");
        }
    }

    /** Ends reads that other threads have under way, where the client can. */
    @Override
    public void close() {
        reads.close();
    }
}
