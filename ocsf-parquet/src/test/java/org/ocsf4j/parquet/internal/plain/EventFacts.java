package org.ocsf4j.parquet.internal.plain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.parquet.internal.json.Times;
import org.ocsf4j.parquet.internal.shape.EventColumns;
import org.ocsf4j.parquet.internal.shape.Leaf;

/** What the row being written says it is, and when it happened: watches the columns that tell. */
final class EventFacts {

    private static final int INT96_BYTES = 12;

    /** A real file has a handful of versions and classes. */
    private static final int MAX_CACHED = 1024;

    private final Map<EventClass, EventClass> classes = new HashMap<>();
    private EventClass last = EventClass.UNKNOWN;

    private @Nullable Long classUid;
    private @Nullable String version;
    private long timeMillis = EventBatch.NO_TIME;

    /** Puts a watcher in front of the converters of the columns that tell. */
    void watch(EventColumns columns, PrimitiveConverter[] converters) {
        watch(columns.classUid(), converters);
        watch(columns.version(), converters);
        watch(columns.time(), converters);
        this.watched = columns;
    }

    private EventColumns watched = new EventColumns(null, null, null);

    private void watch(@Nullable Leaf leaf, PrimitiveConverter[] converters) {
        if (leaf != null) {
            converters[leaf.column()] = new Watcher(leaf, converters[leaf.column()]);
        }
    }

    /** Forgets the row before. */
    void clear() {
        classUid = null;
        version = null;
        timeMillis = EventBatch.NO_TIME;
    }

    long timeMillis() {
        return timeMillis;
    }

    /** Equal classes are one instance. */
    EventClass eventClass() {
        EventClass now = new EventClass(version, classUid);
        if (!now.equals(last)) {
            if (classes.size() >= MAX_CACHED) {
                classes.clear();
            }
            @Nullable EventClass known = classes.putIfAbsent(now, now);
            last = known == null ? now : known;
        }
        return last;
    }

    private final class Watcher extends PrimitiveConverter {

        private final Leaf leaf;
        private final PrimitiveConverter behind;

        Watcher(Leaf leaf, PrimitiveConverter behind) {
            this.leaf = leaf;
            this.behind = behind;
        }

        @Override
        public void addInt(int value) {
            boolean unsigned = leaf.kind() == org.ocsf4j.parquet.internal.shape.LeafKind.UINT32;
            classUid = unsigned ? Integer.toUnsignedLong(value) : (long) value;
            behind.addInt(value);
        }

        @Override
        public void addLong(long value) {
            if (leaf.equals(watched.classUid())) {
                classUid = value;
            } else {
                timeMillis = millis(value);
            }
            behind.addLong(value);
        }

        @Override
        public void addBinary(Binary value) {
            if (leaf.equals(watched.version())) {
                version = value.toStringUsingUTF8();
            } else if (value.length() == INT96_BYTES) {
                ByteBuffer parts = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
                timeMillis = Times.int96Millis(parts.getLong(), parts.getInt());
            }
            behind.addBinary(value);
        }

        private long millis(long value) {
            return switch (leaf.kind()) {
                case MICROS_AS_NUMBER, MICROS_AS_TEXT -> Math.floorDiv(value, 1_000);
                case NANOS_AS_NUMBER, NANOS_AS_TEXT -> Math.floorDiv(value, 1_000_000);
                default -> value;
            };
        }
    }
}
