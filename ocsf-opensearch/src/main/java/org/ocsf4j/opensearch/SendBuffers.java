package org.ocsf4j.opensearch;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Buffers outside the heap that bodies pass on their way to a socket, used again. Thread-safe. */
final class SendBuffers {

    static final int BYTES = 128 << 10;

    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    /** An empty buffer. */
    synchronized ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        return buffer == null ? ByteBuffer.allocateDirect(BYTES) : buffer.clear();
    }

    synchronized void giveBack(ByteBuffer buffer) {
        free.push(buffer);
    }
}
