package org.ocsf4j.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** Sends requests over a transport that the caller made; closing it is the caller's. Thread-safe as the transport is. */
final class TransportConnection implements Connection {

    /** A transport's own timeout comes first; this one is for transports that have none. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final OpenSearchTransport transport;
    private final Duration timeout;

    TransportConnection(OpenSearchTransport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    @Override
    public boolean compresses() {
        return false;
    }

    @Override
    public String name() {
        return "OpenSearch";
    }

    @Override
    public Exchange send(Request request) throws InterruptedException {
        RetryAfterCapture retryAfter = new RetryAfterCapture();
        try {
            Response response = client(retryAfter)
                    .executeAsync(request)
                    .get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            try (response) {
                return answer(response);
            }
        } catch (ExecutionException | CompletionException e) {
            return failure(unwrapped(e), retryAfter);
        } catch (TimeoutException e) {
            return Exchange.Silence.after(timeout.plus(GRACE), e);
        } catch (IOException | UncheckedIOException | OpenSearchException e) {
            return failure(e, retryAfter);
        }
    }

    private OpenSearchGenericClient client(RetryAfterCapture retryAfter) {
        if (!(transport instanceof ApacheHttpClient5Transport)
                || !(transport.options() instanceof ApacheHttpClient5Options options)) {
            return new OpenSearchGenericClient(transport);
        }
        ApacheHttpClient5Options.Builder perRequest = options.toBuilder();
        perRequest.setHttpAsyncResponseConsumerFactory(
                retryAfter.around(options.getHttpAsyncResponseConsumerFactory()));
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
        return Exchange.Silence.because(failure);
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
        // the transport is the caller's
    }
}
