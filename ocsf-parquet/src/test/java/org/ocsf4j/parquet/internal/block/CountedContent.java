package org.ocsf4j.parquet.internal.block;

import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.parquet.internal.file.LocalContent;

/** Counts the bytes that are read. */
final class CountedContent implements ObjectContent {

    private final LocalContent content;
    private long bytesRead;

    CountedContent(byte[] bytes) {
        this.content = LocalContent.of("counted", bytes);
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public ObjectIdentity identity() {
        return content.identity();
    }

    @Override
    public long sizeBytes() {
        return content.sizeBytes();
    }

    @Override
    public void readFully(long position, byte[] target, int offset, int length) {
        bytesRead += length;
        content.readFully(position, target, offset, length);
    }

    @Override
    public void close() {
        content.close();
    }
}
