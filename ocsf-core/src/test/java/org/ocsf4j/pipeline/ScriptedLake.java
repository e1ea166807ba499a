package org.ocsf4j.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.object.ObjectStore;

/** Objects by key, each with a script of what its openings give, the last of which stays; and their decoder. */
final class ScriptedLake implements ObjectStore, EventDecoder {

    static final String BUCKET = "lake";

    private final Map<String, Deque<ScriptedObject>> scripts = new ConcurrentHashMap<>();
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    /** Every batch that the decoder was ever given, by identity. */
    final Set<Integer> batches = ConcurrentHashMap.newKeySet();

    static ObjectNotification notification(String key) {
        return ObjectNotification.of(new ObjectLocation(BUCKET, key));
    }

    ScriptedLake put(String key, ScriptedObject... openings) {
        scripts.put(key, new ArrayDeque<>(List.of(openings)));
        return this;
    }

    @Override
    public ObjectContent open(ObjectNotification notification) {
        ScriptedObject script = next(notification.location().key());
        opened.incrementAndGet();
        RuntimeException failure = script.onOpen();
        if (failure != null) {
            throw failure;
        }
        open.incrementAndGet();
        return new Content(new ObjectIdentity(notification.location(), script.eTag()), script);
    }

    private ScriptedObject next(String key) {
        Deque<ScriptedObject> script = Objects.requireNonNull(scripts.get(key), key);
        synchronized (script) {
            return script.size() > 1 ? script.removeFirst() : script.getFirst();
        }
    }

    @Override
    public EventCursor open(ObjectContent content, long firstRow) {
        return new Cursor(((Content) content).script(), firstRow);
    }

    private final class Content implements ObjectContent {
        private final ObjectIdentity identity;
        private final ScriptedObject script;

        Content(ObjectIdentity identity, ScriptedObject script) {
            this.identity = identity;
            this.script = script;
        }

        ScriptedObject script() {
            return script;
        }

        @Override
        public ObjectIdentity identity() {
            return identity;
        }

        @Override
        public long sizeBytes() {
            return 1;
        }

        @Override
        public void readFully(long position, byte[] target, int offset, int length) {
            throw new UnsupportedOperationException("scripted objects have no bytes");
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    private final class Cursor implements EventCursor {
        private final ScriptedObject script;
        private int next;

        Cursor(ScriptedObject script, long firstRow) {
            this.script = script;
            while (next < script.rows().length && script.rows()[next] < firstRow) {
                next++;
            }
        }

        @Override
        public boolean fill(EventBatch batch) {
            batches.add(System.identityHashCode(batch));
            while (!batch.isFull() && next < script.rows().length) {
                long row = script.rows()[next++];
                batch.append(json(row), row, EventClass.UNKNOWN, EventBatch.NO_TIME);
            }
            RuntimeException failure = script.atEnd();
            if (failure != null && next == script.rows().length && !batch.isFull()) {
                throw failure;
            }
            return !batch.isEmpty();
        }

        private byte[] json(long row) {
            return ("{\"row\":" + row + "}").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public long totalRows() {
            return script.declared();
        }

        @Override
        public long filteredRows() {
            return script.filtered();
        }

        @Override
        public ConversionCounts counts() {
            return ConversionCounts.NONE;
        }

        @Override
        public void close() {}
    }
}
