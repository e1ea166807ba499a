package org.ocsf4j.testkit.contract;

import java.util.Objects;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

/** An object in memory, to be read by a decoder under test. Thread-safe as long as nobody alters the bytes. */
public final class MemoryContent implements ObjectContent {

    private static final ObjectIdentity IDENTITY =
            new ObjectIdentity(new ObjectLocation("memory", "object.parquet"), "contract");

    private final byte[] bytes;

    /** Makes an object of {@code bytes}, which are not copied. */
    public MemoryContent(byte[] bytes) {
        this.bytes = Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public ObjectIdentity identity() {
        return IDENTITY;
    }

    @Override
    public long sizeBytes() {
        return bytes.length;
    }

    @Override
    public void readFully(long position, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        Objects.checkFromIndexSize(position, (long) length, sizeBytes());
        System.arraycopy(bytes, (int) position, target, offset, length);
    }

    @Override
    public void close() {}
}
