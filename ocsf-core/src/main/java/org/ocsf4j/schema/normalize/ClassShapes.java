package org.ocsf4j.schema.normalize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.json.JsonTree;

/** The shapes that events of one class have shown. A shape is learned when it is met for the second time. Not thread-safe. */
final class ClassShapes {

    /** The entry that normalising reads in {@code unmapped}. */
    private static final String READ = "Compliance.AssociatedStandards[]";

    private static final int MAX_FINGERPRINTS = 16_384;
    private static final int MAX_ATTEMPTS = 8;

    private final EventClass eventClass;
    private final SpliceLearner learner;
    private final ShapeReader reader;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> reservedNames = new TreeSet<>(Set.of(READ));
    private byte[][] reserved = bytes(reservedNames);
    private final ShapeTree shapes = new ShapeTree();
    /** Fingerprints of shapes met, and whether another meeting is worth a lesson. */
    private final Map<Long, Boolean> met = new HashMap<>();

    ClassShapes(
            EventClass eventClass, OcsfSchema schema, SchemaClass schemaClass, SpliceLearner learner, ItemFacts facts) {
        this.eventClass = eventClass;
        this.learner = learner;
        this.reader = new ShapeReader(schema, schemaClass, facts, keys);
    }

    /** What an event of a known shape becomes, with its {@link #slots()}; null where the shape is not known. */
    @Nullable
    Splice find(byte[] json, int offset, int length) {
        return shapes.find(json, offset, length, reserved);
    }

    SlotValues slots() {
        return shapes.values();
    }

    void clear() {
        shapes.clear();
        met.clear();
    }

    /**
     * Looks at an event whose shape is not known.
     *
     * @param normalized what it became
     * @return what came of it
     */
    Learned meet(byte[] json, int offset, int length, byte[] normalized) {
        Shape shape = reader.read(json, offset, length, reserved);
        if (shape == null) {
            return Learned.NOTHING;
        }
        if (met.size() >= MAX_FINGERPRINTS) {
            met.clear();
        }
        long fingerprint = shape.fingerprint();
        Boolean again = met.putIfAbsent(fingerprint, true);
        if (again == null || !again) {
            return Learned.NOTHING;
        }
        met.put(fingerprint, false);
        try {
            return isOfClass(json, offset, length) ? learn(shape, json, offset, length, normalized) : Learned.NOTHING;
        } catch (IOException e) {
            return Learned.NOTHING; // a probe of it is no JSON: it stays with the tree
        }
    }

    /** What came of a meeting. */
    enum Learned {
        NOTHING,
        A_SHAPE,
        /** More values belong to shapes than was thought; those known were forgotten. */
        ANEW
    }

    private boolean isOfClass(byte[] json, int offset, int length) throws IOException {
        Map<String, Object> event = JsonTree.parseObject(json, offset, length);
        Map<String, Object> metadata = JsonTree.objectOrNull(event.get("metadata"));
        return metadata != null
                && eventClass.version() != null
                && eventClass.version().equals(metadata.get("version"))
                && eventClass.classUid() != null
                && eventClass.classUid().equals(event.get("class_uid"));
    }

    private Learned learn(Shape first, byte[] json, int offset, int length, byte[] normalized) throws IOException {
        Shape shape = first;
        Learned learned = Learned.A_SHAPE;
        for (int attempt = 0; attempt < MAX_ATTEMPTS && shape != null; attempt++) {
            SpliceLearner.Lesson lesson = learner.learn(shape);
            if (lesson.splice() != null) {
                boolean good = holds(lesson.splice(), shape, normalized) && shapes.add(shape, lesson.splice());
                if (good && reservedNames.addAll(lesson.reserved())) {
                    reserved = bytes(reservedNames);
                }
                return good || learned == Learned.ANEW ? learned : Learned.NOTHING;
            }
            if (!keys.addAll(lesson.keys())) {
                break;
            }
            clear();
            learned = Learned.ANEW;
            shape = reader.read(json, offset, length, reserved);
        }
        return learned == Learned.ANEW ? learned : Learned.NOTHING;
    }

    /** Whether the splice makes of this event what it became. */
    private static boolean holds(Splice splice, Shape shape, byte[] normalized) throws IOException {
        OutputBytes out = new OutputBytes();
        if (!splice.write(shape.slotValues(), out)) {
            return false;
        }
        return JsonTree.parseObject(out.buffer(), 0, out.size()).equals(JsonTree.parseObject(normalized));
    }

    private static byte[][] bytes(Set<String> names) {
        return names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }
}
