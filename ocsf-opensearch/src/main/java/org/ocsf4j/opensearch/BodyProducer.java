package org.ocsf4j.opensearch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a body to a connection as fast as that takes it, by way of one small buffer outside the heap: a socket copies what lies in
 * the heap once more. The connection's thread reads the body; {@link #stop()} makes an end of that, because the batch goes to
 * somebody else afterwards, and the connection with it where the body was not through.
 */
final class BodyProducer implements AsyncEntityProducer {

    private final BodyBytes body;
    private final String contentType;
    private final @Nullable String contentEncoding;
    private final SendBuffers buffers;

    // guarded by this
    private @Nullable ByteBuffer buffer;
    private boolean stopped;
    private long left;

    BodyProducer(BodyBytes body, String contentType, @Nullable String contentEncoding, SendBuffers buffers) {
        this.body = body;
        this.contentType = contentType;
        this.contentEncoding = contentEncoding;
        this.buffers = buffers;
        left = body.length();
    }

    @Override
    public synchronized int available() {
        return (int) Math.min(Integer.MAX_VALUE, left);
    }

    @Override
    public synchronized void produce(DataStreamChannel channel) throws IOException {
        if (stopped) {
            throw new IOException("the request was given up");
        }
        ByteBuffer bytes = buffer;
        if (bytes == null) {
            bytes = buffers.take();
            buffer = bytes;
            bytes.flip();
        }
        while (left > 0) {
            if (!bytes.hasRemaining()) {
                bytes.clear();
                body.copyTo(bytes);
                bytes.flip();
            }
            left -= channel.write(bytes);
            if (bytes.hasRemaining()) {
                return; // the connection takes no more now
            }
        }
        channel.endStream(null);
        giveBack();
    }

    /** The body is not read after this. */
    synchronized void stop() {
        stopped = true;
        giveBack();
    }

    private void giveBack() {
        ByteBuffer bytes = buffer;
        buffer = null;
        if (bytes != null) {
            buffers.giveBack(bytes);
        }
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public @Nullable String getContentEncoding() {
        return contentEncoding;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        stop();
    }

    @Override
    public void releaseResources() {
        stop();
    }
}
