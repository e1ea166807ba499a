package org.ocsf4j.opensearch;

import java.nio.ByteBuffer;

/** A body that is read once, piece by piece. Not thread-safe. */
interface BodyBytes {

    /** How many bytes the whole body has. */
    long length();

    /** Copies as much as there is left and room for. Nothing is left when {@code target} has room afterwards. */
    void copyTo(ByteBuffer target);

    /** All of an array. */
    static BodyBytes of(byte[] bytes) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        return new BodyBytes() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void copyTo(ByteBuffer target) {
                int count = Math.min(left.remaining(), target.remaining());
                target.put(bytes, left.position(), count);
                left.position(left.position() + count);
            }
        };
    }
}
