package org.ocsf4j.aws.s3;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.s3.S3Reads.BodyTarget;
import org.ocsf4j.aws.s3.S3Reads.Slice;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Takes a body off the wire, straight into the caller's array. The SDK prepares it once for each attempt: only the latest attempt
 * writes, from the slice's start, and none after {@link #stop()}.
 */
final class AsyncBody implements AsyncResponseTransformer<GetObjectResponse, GetObjectResponse> {

    private final BodyTarget target;
    private @Nullable Attempt latest;

    AsyncBody(BodyTarget target) {
        this.target = target;
    }

    @Override
    public synchronized CompletableFuture<GetObjectResponse> prepare() {
        latest = new Attempt();
        return latest.result;
    }

    @Override
    public synchronized void onResponse(GetObjectResponse response) {
        if (latest != null) {
            latest.response = response;
            latest.slice = target.of(response);
        }
    }

    @Override
    public synchronized void onStream(SdkPublisher<ByteBuffer> publisher) {
        publisher.subscribe(latest == null ? new Attempt() : latest);
    }

    @Override
    public synchronized void exceptionOccurred(Throwable failure) {
        if (latest != null) {
            latest.result.completeExceptionally(failure);
        }
    }

    /** Returns when no byte is being copied, and lets none be copied afterwards. */
    synchronized void stop() {
        latest = null;
    }

    private synchronized boolean copy(Attempt attempt, ByteBuffer bytes) {
        if (attempt != latest || attempt.slice == null) {
            return false;
        }
        Slice slice = attempt.slice;
        int part = Math.min(bytes.remaining(), slice.length() - attempt.done);
        bytes.get(slice.array(), slice.offset() + attempt.done, part);
        attempt.done += part;
        return true;
    }

    private final class Attempt implements Subscriber<ByteBuffer> {

        private final CompletableFuture<GetObjectResponse> result = new CompletableFuture<>();
        private @Nullable GetObjectResponse response;
        private @Nullable Slice slice;
        private @Nullable Subscription subscription;
        private int done;

        @Override
        public void onSubscribe(Subscription started) {
            subscription = started;
            if (slice == null) {
                result.complete(response); // first: to the client a body that is given up is a failure
                started.cancel();
                return;
            }
            started.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            if (!copy(this, bytes) && subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            if (slice != null && done < slice.length()) {
                result.completeExceptionally(RetryableException.create(
                        "the response broke off after " + done + " of " + slice.length() + " bytes"));
            } else {
                result.complete(response);
            }
        }
    }
}
