package org.ocsf4j.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport;
import org.opensearch.client.transport.httpclient5.ResponseException;

/**
 * Sends requests over a transport and makes one of two things of whatever comes back or is thrown: an answer with its status, or
 * silence. Thread-safe.
 */
final class Connection implements AutoCloseable {

    /** A transport's own timeout comes first; this one is for transports that have none. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final OpenSearchTransport transport;
    private final boolean owned;
    private final boolean gzip;
    private final String name;
    private final Duration timeout;
    private final RequestHeaders headers;

    /**
     * @param owned whether closing this closes the transport
     * @param gzip whether requests that compress their body say so in a header
     * @param name what error messages call the destination
     * @param headers what each request of an owned transport carries besides
     */
    Connection(
            OpenSearchTransport transport,
            boolean owned,
            boolean gzip,
            String name,
            Duration timeout,
            RequestHeaders headers) {
        this.transport = transport;
        this.owned = owned;
        this.gzip = gzip;
        this.name = name;
        this.timeout = timeout;
        this.headers = headers;
    }

    /** Whether a bulk request is to compress its body itself. */
    boolean compresses() {
        return gzip;
    }

    String name() {
        return name;
    }

    Exchange send(Request request) throws InterruptedException {
        RetryAfterCapture retryAfter = new RetryAfterCapture();
        try {
            Request sent = headers.needsBody() ? FixedRequest.of(request) : request;
            Response response = client(sent, isCompressed(request), retryAfter)
                    .executeAsync(sent)
                    .get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            try (response) {
                return answer(response);
            }
        } catch (ExecutionException | CompletionException e) {
            return failure(unwrapped(e), retryAfter);
        } catch (TimeoutException e) {
            SocketTimeoutException silence = new SocketTimeoutException("no answer within " + timeout.plus(GRACE));
            silence.initCause(e);
            return new Exchange.Silence(false, silence);
        } catch (IOException | UncheckedIOException | OpenSearchException e) {
            return failure(e, retryAfter);
        }
    }

    private static boolean isCompressed(Request request) {
        return request instanceof BulkRequest bulk && bulk.isCompressed();
    }

    private OpenSearchGenericClient client(Request request, boolean compressed, RetryAfterCapture retryAfter) {
        if (!(transport instanceof ApacheHttpClient5Transport)
                || !(transport.options() instanceof ApacheHttpClient5Options options)) {
            return new OpenSearchGenericClient(transport);
        }
        ApacheHttpClient5Options.Builder perRequest = options.toBuilder();
        perRequest.setHttpAsyncResponseConsumerFactory(
                retryAfter.around(options.getHttpAsyncResponseConsumerFactory()));
        if (compressed) {
            perRequest.addHeader("Content-Encoding", "gzip");
        }
        headers.of(request, compressed).forEach(perRequest::addHeader);
        return new OpenSearchGenericClient(transport, perRequest.build());
    }

    private static Exchange.Answer answer(Response response) throws IOException {
        String retryAfter = null;
        for (Map.Entry<String, String> header : response.getHeaders()) {
            if (header.getKey().equalsIgnoreCase("Retry-After")) {
                retryAfter = header.getValue();
            }
        }
        return new Exchange.Answer(response.getStatus(), RetryAfter.parse(retryAfter), bytes(response.getBody()));
    }

    private static byte[] bytes(Optional<Body> body) throws IOException {
        if (body.isEmpty()) {
            return new byte[0];
        }
        try (InputStream bytes = body.get().body()) {
            return bytes.readAllBytes();
        }
    }

    /** Transports throw for some statuses: the answer is in the exception. */
    private static Exchange failure(Throwable failure, RetryAfterCapture retryAfter) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ResponseException e) {
                return new Exchange.Answer(e.status(), retryAfter.value(), ExceptionBody.of(e));
            }
            if (t instanceof OpenSearchException e) {
                return new Exchange.Answer(e.status(), retryAfter.value(), ExceptionBody.of(e));
            }
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return new Exchange.Silence(TlsFailure.isIn(failure), failure);
    }

    private static Throwable unwrapped(Exception e) {
        Throwable inner = e;
        Throwable cause = e.getCause();
        while (cause != null && (inner instanceof ExecutionException || inner instanceof CompletionException)) {
            inner = cause;
            cause = inner.getCause();
        }
        return inner;
    }

    @Override
    public void close() {
        if (!owned) {
            return;
        }
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For messages: what a failure says, without a stack. */
    static String describe(@Nullable Throwable failure) {
        if (failure == null) {
            return "";
        }
        String message = failure.getMessage();
        String text = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return ErrorDetail.cut(text).replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
