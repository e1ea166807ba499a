package org.ocsf4j.schema.normalize;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.ScalarKind;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.json.JsonScanner;
import org.ocsf4j.schema.json.MalformedJsonException;

/**
 * Finds the shape of an event of one class. Whether a value belongs to the shape follows from its path alone: ids and captions
 * of enums, version, class and profiles do, and whatever {@code keys} lists. Not thread-safe.
 */
final class ShapeReader {

    private static final Set<String> ALWAYS =
            Set.of(path("metadata", "version"), path("metadata", "profiles"), path("class_uid"));

    private final OcsfSchema schema;
    private final SchemaClass eventClass;
    private final ItemFacts facts;
    private final Set<String> keys;
    private final JsonScanner in = new JsonScanner();
    private final SlotReader slots = new SlotReader(in);

    /** @param keys paths of more values that belong to the shape; looked at as it is at each reading */
    ShapeReader(OcsfSchema schema, SchemaClass eventClass, ItemFacts facts, Set<String> keys) {
        this.schema = schema;
        this.eventClass = eventClass;
        this.facts = facts;
        this.keys = keys;
    }

    static String path(String... names) {
        StringBuilder path = new StringBuilder();
        for (String name : names) {
            path.append(name).append(Shape.NAME_END);
        }
        return path.toString();
    }

    /** The event's shape; null where it has values that a shape cannot hold. */
    @Nullable
    Shape read(byte[] json, int offset, int length, byte[][] reserved) {
        slots.reset(json, offset, length);
        slots.reserve(reserved);
        Shape shape = new Shape(json, offset);
        try {
            if (in.peek() != '{' || !object(eventClass, "", shape, 0)) {
                return null;
            }
            in.expectEnd();
            shape.endsAt(offset + length);
            return shape;
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private boolean object(@Nullable SchemaItem item, String path, Shape shape, int depth)
            throws MalformedJsonException {
        in.checkDepth(depth);
        Set<String> names = new HashSet<>();
        for (boolean more = in.enterObject(); more; more = in.nextMember()) {
            in.name();
            String name = in.text();
            SchemaAttribute attribute = item == null ? null : item.attribute(name);
            String at = path + name + Shape.NAME_END;
            boolean key = keys.contains(at)
                    || ALWAYS.contains(at)
                    || (attribute != null && item != null && facts.isKey(item, attribute));
            if (!names.add(name) || !value(attribute, name, at, key, shape, depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean value(
            @Nullable SchemaAttribute attribute, String name, String path, boolean key, Shape shape, int depth)
            throws MalformedJsonException {
        int first = in.peek();
        if (!key) {
            SlotPlace place = place(attribute, name, path);
            int start = in.position();
            SlotKind kind = slots.read(place);
            if (kind == null) {
                return false;
            }
            shape.add(new Shape.Value(path, place, kind, start, in.position(), slots.number()));
            if (kind != SlotKind.OPEN) {
                return true;
            }
        }
        if (first == '{') {
            SchemaItem inner = attribute == null || !attribute.isObject() ? null : schema.objectNamed(attribute.type());
            return object(inner, path, shape, depth + 1);
        }
        if (first != '[') {
            in.skipValue(depth);
            return true;
        }
        in.checkDepth(depth);
        for (boolean more = in.enterArray(); more; more = in.nextElement()) {
            if (!value(attribute, name, path, key, shape, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private SlotPlace place(@Nullable SchemaAttribute attribute, String name, String path) {
        if (path.equals(path("unmapped"))) {
            return SlotPlace.UNMAPPED;
        }
        if (path.equals(path("time"))) {
            return SlotPlace.TIME;
        }
        if (name.endsWith("_dt")) {
            return SlotPlace.DATETIME;
        }
        return attribute != null && isFree(attribute) ? SlotPlace.FREE : SlotPlace.VALUE;
    }

    private boolean isFree(SchemaAttribute attribute) {
        if (!attribute.isObject()) {
            return schema.kindOf(attribute.type()) == ScalarKind.JSON;
        }
        SchemaObject object = schema.objectNamed(attribute.type());
        return object == null || object.isFreeForm();
    }
}
