package org.ocsf4j.opensearch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.transport.httpclient5.HttpAsyncResponseConsumerFactory;

/**
 * Sees the {@code Retry-After} header of an answer as it comes in: the exception that the transport makes of a 429 or 503 does
 * not give headers out.
 */
final class RetryAfterCapture {

    private volatile @Nullable String header;

    @Nullable
    Duration value() {
        return RetryAfter.parse(header);
    }

    HttpAsyncResponseConsumerFactory around(HttpAsyncResponseConsumerFactory factory) {
        return () -> new Consumer(factory.createHttpAsyncResponseConsumer());
    }

    private final class Consumer implements AsyncResponseConsumer<ClassicHttpResponse> {

        private final AsyncResponseConsumer<ClassicHttpResponse> next;

        Consumer(AsyncResponseConsumer<ClassicHttpResponse> next) {
            this.next = next;
        }

        @Override
        public void consumeResponse(
                HttpResponse response,
                EntityDetails entity,
                HttpContext context,
                FutureCallback<ClassicHttpResponse> callback)
                throws HttpException, IOException {
            Header retryAfter = response.getFirstHeader("Retry-After");
            header = retryAfter == null ? null : retryAfter.getValue();
            next.consumeResponse(response, entity, context, callback);
        }

        @Override
        public void informationResponse(HttpResponse response, HttpContext context) throws HttpException, IOException {
            next.informationResponse(response, context);
        }

        @Override
        public void failed(Exception cause) {
            next.failed(cause);
        }

        @Override
        public void updateCapacity(CapacityChannel channel) throws IOException {
            next.updateCapacity(channel);
        }

        @Override
        public void consume(ByteBuffer bytes) throws IOException {
            next.consume(bytes);
        }

        @Override
        public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
            next.streamEnd(trailers);
        }

        @Override
        public void releaseResources() {
            next.releaseResources();
        }
    }
}
