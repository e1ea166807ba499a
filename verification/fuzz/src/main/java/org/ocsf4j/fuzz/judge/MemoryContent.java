package org.ocsf4j.fuzz.judge;

import java.util.Objects;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

/** A file in memory as an object of a store. Thread-safe. */
final class MemoryContent implements ObjectContent {

    private static final String BUCKET = "fuzz";

    private final byte[] bytes;
    private final ObjectIdentity identity;

    MemoryContent(String key, byte[] bytes) {
        this.bytes = bytes;
        this.identity = new ObjectIdentity(new ObjectLocation(BUCKET, key), "1");
    }

    @Override
    public ObjectIdentity identity() {
        return identity;
    }

    @Override
    public long sizeBytes() {
        return bytes.length;
    }

    @Override
    public void readFully(long position, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        Objects.checkFromIndexSize(position, (long) length, (long) bytes.length);
        System.arraycopy(bytes, (int) position, target, offset, length);
    }

    @Override
    public void close() {}
}
