package org.ocsf4j.opensearch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Collects an answer of bounded size. */
final class AnswerConsumer extends AbstractBinResponseConsumer<Exchange.Answer> {

    /** More than an answer to the largest bulk request whose every document is refused. */
    static final int MAX_BYTES = 64 << 20;

    private static final int FIRST_BYTES = 1 << 12;

    private int status;
    private @Nullable Duration retryAfter;
    private byte[] body = new byte[0];
    private int length;

    @Override
    protected void start(HttpResponse response, @Nullable ContentType contentType) {
        status = response.getCode();
        Header header = response.getFirstHeader("Retry-After");
        retryAfter = RetryAfter.parse(header == null ? null : header.getValue());
        Header declared = response.getFirstHeader("Content-Length");
        body = new byte[declared == null ? FIRST_BYTES : room(declared.getValue())];
    }

    /** What an answer declares is believed up to a point. */
    private static int room(String declared) {
        try {
            return (int) Math.max(0, Math.min(MAX_BYTES >> 6, Long.parseLong(declared.strip())));
        } catch (NumberFormatException e) {
            return FIRST_BYTES;
        }
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) throws IOException {
        int more = source.remaining();
        if (more > MAX_BYTES - length) {
            throw new IOException("the answer is larger than " + MAX_BYTES + " bytes");
        }
        if (length + more > body.length) {
            body = Arrays.copyOf(body, Math.max(length + more, 2 * body.length));
        }
        source.get(body, length, more);
        length += more;
    }

    @Override
    protected Exchange.Answer buildResult() {
        return new Exchange.Answer(status, retryAfter, length == body.length ? body : Arrays.copyOf(body, length));
    }

    @Override
    public void releaseResources() {
        // nothing is held
    }
}
