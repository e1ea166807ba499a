package org.ocsf4j.aws.s3;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.ocsf4j.failure.OcsfException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Reads with the asynchronous client. The thread that asks waits; bytes are copied into its
 * array by the client's threads as they arrive, and never after the call has ended. An interrupt and {@link #close()} cancel the
 * request.
 */
final class AsyncReads implements S3Reads {

    private final S3AsyncClient client;
    private final Map<Object, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    AsyncReads(S3AsyncClient client) {
        this.client = client;
    }

    @Override
    public GetObjectResponse get(GetObjectRequest request, BodyTarget target) {
        AsyncBody body = new AsyncBody(target);
        try {
            return await(client.getObject(request, body));
        } finally {
            body.stop();
        }
    }

    @Override
    public HeadObjectResponse head(HeadObjectRequest request) {
        return await(client.headObject(request));
    }

    @Override
    public void close() {
        closed = true;
        underWay.values().forEach(future -> future.cancel(true));
    }

    private <T> T await(CompletableFuture<T> future) {
        Object call = new Object();
        underWay.put(call, future);
        try {
            if (closed) {
                future.cancel(true);
            }
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw AbortedException.create("the thread was interrupted while it waited for the response");
        } catch (CancellationException e) {
            throw AbortedException.create("the object was closed while it was read");
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause() == null ? e : e.getCause());
        } finally {
            underWay.remove(call);
        }
    }

    /** What the blocking client would have thrown. */
    private static RuntimeException unwrapped(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof OcsfException own) {
                return own; // a role's credentials, which say themselves what helps
            }
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SdkException sdk) {
                return sdk;
            }
        }
        return SdkClientException.create(String.valueOf(failure.getMessage()), failure);
    }
}
