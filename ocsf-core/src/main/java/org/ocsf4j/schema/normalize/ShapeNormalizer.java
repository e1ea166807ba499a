package org.ocsf4j.schema.normalize;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.view.OcsfEventView;

/**
 * Normalises many events as {@link OcsfNormalizer} does, by their shapes. Two events have the same shape where they differ only in
 * values that make no difference to normalising, such as an address or a count of bytes. The first event of a shape goes through the
 * normaliser; the second has it learned; those after it are put together from their own bytes and the shape's, without a tree.
 *
 * <p>Every event becomes what the normaliser makes of it, by JSON value; the order of members may be another.
 *
 * <p>Keeps at most {@value #MAX_SHAPES} shapes, some kilobytes each, and starts anew where they are no longer those of the events. Holds the
 * normalised events in one buffer from one {@link #begin} to the next. Not thread-safe; one a thread.
 */
public final class ShapeNormalizer {

    /** So many shapes are kept. */
    static final int MAX_SHAPES = 4_096;

    /** So many events go through the normaliser, when there is no more room for shapes, before all are forgotten. */
    private static final int PATIENCE = 100_000;

    private static final int MAX_CLASSES = 256;

    private final OcsfNormalizer normalizer;
    private final SpliceLearner learner;
    private final Map<EventClass, ClassShapes> classes = new HashMap<>();
    private final OutputBytes out = new OutputBytes();
    private final OcsfEventView view = new OcsfEventView();

    private @Nullable EventClass lastClass;
    private @Nullable ClassShapes lastShapes;
    private int known;
    private int missed;
    private long byTree;

    private int offset;
    private EventClass eventClass = EventClass.UNKNOWN;
    private long timeMillis = EventBatch.NO_TIME;

    ShapeNormalizer(OcsfNormalizer normalizer) {
        this.normalizer = normalizer;
        this.learner = new SpliceLearner(normalizer);
    }

    /** Takes a new buffer with room for so many bytes; it grows where they are not enough. The old one stays as it is. */
    public void begin(int bytes) {
        out.reset(bytes);
        offset = 0;
    }

    /**
     * Normalises one event and puts it behind those before.
     *
     * @param of the event's own class, as its batch has it
     * @return false where it cannot be normalised and stays what it is
     */
    public boolean normalize(byte[] json, int from, int length, EventClass of) {
        int start = out.size();
        ClassShapes shapes = shapes(of);
        Splice splice = shapes == null ? null : shapes.find(json, from, length);
        if (shapes != null && splice != null) {
            if (splice.write(shapes.slots(), out)) {
                offset = start;
                eventClass = splice.eventClass();
                timeMillis = splice.timeMillis(shapes.slots());
                return true;
            }
            out.cut(start);
        }
        byTree++;
        NormalizedEvent event = normalizer.normalize(json, from, length);
        if (!event.isNormalized()) {
            return false;
        }
        byte[] normalized = event.json();
        if (shapes != null && splice == null) {
            meet(shapes, json, from, length, normalized);
        }
        out.write(normalized, 0, normalized.length);
        offset = start;
        view.of(normalized, 0, normalized.length);
        EventClass now = new EventClass(view.textAt("metadata.version"), view.longAt("class_uid"));
        eventClass = now.equals(eventClass) ? eventClass : now; // whoever counts by class compares instances first
        timeMillis = view.longAt("time", EventBatch.NO_TIME);
        return true;
    }

    private void meet(ClassShapes shapes, byte[] json, int from, int length, byte[] normalized) {
        if (known >= MAX_SHAPES) {
            missed++;
            if (missed >= PATIENCE) {
                classes.values().forEach(ClassShapes::clear);
                known = 0;
                missed = 0;
            }
            return;
        }
        if (shapes.meet(json, from, length, normalized) != ClassShapes.Learned.NOTHING) {
            known++;
        }
    }

    private @Nullable ClassShapes shapes(EventClass of) {
        if (of.equals(lastClass)) {
            return lastShapes;
        }
        lastClass = of;
        lastShapes = classes.get(of);
        if (lastShapes == null && classes.size() < MAX_CLASSES) {
            OcsfSchema schema = OcsfSchema.find(of.version());
            Long uid = of.classUid();
            SchemaClass schemaClass = schema == null || uid == null ? null : schema.classWithUid(uid);
            if (schema != null && schemaClass != null) {
                lastShapes = new ClassShapes(of, schema, schemaClass, learner, normalizer.facts());
                classes.put(of, lastShapes);
            }
        }
        return lastShapes;
    }

    /** The buffer that holds the event last normalised. */
    public byte[] buffer() {
        return out.buffer();
    }

    /** Where in {@link #buffer()} the event last normalised begins. */
    public int offset() {
        return offset;
    }

    /** How many bytes the event last normalised has. */
    public int length() {
        return out.size() - offset;
    }

    /** What the event last normalised is now. */
    public EventClass eventClass() {
        return eventClass;
    }

    /** The time of the event last normalised, in milliseconds since the epoch, or {@link EventBatch#NO_TIME}. */
    public long timeMillis() {
        return timeMillis;
    }

    /** How many events were asked of the normaliser so far, those included that it could do nothing with. */
    public long byTree() {
        return byTree;
    }
}
