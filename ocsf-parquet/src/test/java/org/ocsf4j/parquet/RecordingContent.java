package org.ocsf4j.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

/** Bytes in memory as an object; writes down what is read of them, and lets a script stand in each read's way. */
final class RecordingContent implements ObjectContent {

    /**
     * A read.
     *
     * @param thread who read
     */
    record Range(long start, int length, Thread thread) {}

    private final byte[] bytes;
    private final LongConsumer script;
    private final List<Range> ranges = new ArrayList<>();

    RecordingContent(byte[] bytes) {
        this(bytes, position -> {});
    }

    /** @param script given each position that is read, before it is; may wait or throw */
    RecordingContent(byte[] bytes, LongConsumer script) {
        this.bytes = bytes;
        this.script = script;
    }

    synchronized List<Range> ranges() {
        return List.copyOf(ranges);
    }

    @Override
    public ObjectIdentity identity() {
        return new ObjectIdentity(new ObjectLocation("bucket", "key"), "tag");
    }

    @Override
    public long sizeBytes() {
        return bytes.length;
    }

    @Override
    public void readFully(long position, byte[] target, int offset, int length) {
        synchronized (this) {
            ranges.add(new Range(position, length, Thread.currentThread()));
        }
        script.accept(position);
        System.arraycopy(bytes, Math.toIntExact(position), target, offset, length);
    }

    @Override
    public void close() {}
}
