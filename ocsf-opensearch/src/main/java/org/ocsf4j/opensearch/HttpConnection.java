package org.ocsf4j.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Request;

/**
 * Sends requests to the nodes of an endpoint. The bytes of a bulk request go from the batch to the socket by way of one small
 * buffer. A node that does not answer or says that it cannot is passed over, and another one is asked at once.
 */
final class HttpConnection implements Connection {

    /** The client's own timeouts come first. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CloseableHttpAsyncClient client;
    private final Nodes nodes;
    private final String pathPrefix;
    private final boolean gzip;
    private final String name;
    private final Duration timeout;
    private final RequestHeaders headers;
    private final SendBuffers buffers = new SendBuffers();

    HttpConnection(
            CloseableHttpAsyncClient client,
            Nodes nodes,
            String pathPrefix,
            boolean gzip,
            String name,
            Duration timeout,
            RequestHeaders headers) {
        this.client = client;
        this.nodes = nodes;
        this.pathPrefix = pathPrefix;
        this.gzip = gzip;
        this.name = name;
        this.timeout = timeout;
        this.headers = headers;
        client.start();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean compresses() {
        return gzip;
    }

    @Override
    public Exchange send(Request request) throws InterruptedException {
        boolean compressed = request instanceof BulkRequest bulk && bulk.isCompressed();
        Request sent = compressed || headers.needsBody() ? FixedRequest.of(request) : request;
        BitSet tried = new BitSet();
        while (true) {
            int node = nodes.take(tried, System.nanoTime());
            tried.set(node);
            Exchange exchange = exchange(nodes.host(node), sent, compressed);
            if (!isNodeDown(exchange)) {
                nodes.answered(node);
                return exchange;
            }
            nodes.failed(node, System.nanoTime());
            if (tried.cardinality() == nodes.count() || isSlow(exchange)) {
                return exchange;
            }
        }
    }

    private static boolean isNodeDown(Exchange exchange) {
        return exchange instanceof Exchange.Silence silence
                ? !silence.tls()
                : ((Exchange.Answer) exchange).status() >= 502 && ((Exchange.Answer) exchange).status() <= 504;
    }

    /** Who waited so long does not wait so long again at the next node. */
    private static boolean isSlow(Exchange exchange) {
        return exchange instanceof Exchange.Silence silence && silence.cause() instanceof SocketTimeoutException;
    }

    private Exchange exchange(HttpHost host, Request request, boolean compressed) throws InterruptedException {
        BasicHttpRequest http =
                new BasicHttpRequest(request.getMethod(), host, pathPrefix + RequestHeaders.target(request));
        headers.of(request, compressed).forEach(http::setHeader);
        BodyProducer body = body(request, compressed);
        Future<Exchange.Answer> answer =
                client.execute(new BasicRequestProducer(http, body), new AnswerConsumer(), null);
        try {
            return answer.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Exchange.Silence.because(cause == null ? e : cause);
        } catch (CancellationException e) {
            return Exchange.Silence.because(e);
        } catch (TimeoutException e) {
            return Exchange.Silence.after(timeout.plus(GRACE), e);
        } finally {
            if (body != null) {
                body.stop();
            }
            answer.cancel(true);
        }
    }

    private @Nullable BodyProducer body(Request request, boolean compressed) {
        String encoding = compressed ? "gzip" : null;
        if (request instanceof BulkRequest bulk) {
            return new BodyProducer(bulk.uncompressed(), BulkRequest.CONTENT_TYPE, null, buffers);
        }
        if (request instanceof FixedRequest fixed) {
            return new BodyProducer(BodyBytes.of(fixed.bytes()), fixed.contentType(), encoding, buffers);
        }
        return request.getBody()
                .map(body -> new BodyProducer(BodyBytes.of(body.bodyAsBytes()), body.contentType(), encoding, buffers))
                .orElse(null);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
