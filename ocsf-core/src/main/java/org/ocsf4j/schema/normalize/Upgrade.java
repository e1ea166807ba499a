package org.ocsf4j.schema.normalize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.ScalarKind;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.json.JsonTree;

/** Lays one event's attributes into the class of another version. For one event. */
final class Upgrade {

    private static final String UNMAPPED = "unmapped";

    private final OcsfSchema from;
    private final OcsfSchema to;
    private final Set<String> kept;
    private final ItemFacts facts;
    private final Map<String, Object> unmapped = new LinkedHashMap<>();

    Upgrade(OcsfSchema from, OcsfSchema to, Set<String> kept, ItemFacts facts) {
        this.from = from;
        this.to = to;
        this.kept = kept;
        this.facts = facts;
    }

    Map<String, Object> event(SchemaClass source, SchemaClass target, Map<String, Object> event) {
        Map<String, Object> upgraded = new LinkedHashMap<>();
        Object own = event.get(UNMAPPED);
        Map<String, Object> ownEntries = JsonTree.objectOrNull(own);
        if (ownEntries != null) {
            unmapped.putAll(ownEntries);
        } else if (own != null && own != JsonTree.NULL) {
            unmapped.put(UNMAPPED, own);
        }
        object(source, target, event, upgraded, upgraded, target, "");
        if (!unmapped.isEmpty()) {
            upgraded.put(UNMAPPED, unmapped);
        }
        return upgraded;
    }

    private void object(
            @Nullable SchemaItem source,
            SchemaItem target,
            Map<String, Object> in,
            Map<String, Object> out,
            Map<String, Object> event,
            SchemaItem eventClass,
            String path) {
        Map<String, String> renamed = source == null ? Map.of() : facts.renamed(source, target);
        Map<String, Object> members = uidFirst(source, target, in);
        members.forEach((name, value) -> {
            String at = path.isEmpty() ? name : path + "." + name;
            if (value == JsonTree.NULL || at.equals(UNMAPPED)) {
                return;
            }
            if (kept.contains(at)) {
                out.put(name, value);
                return;
            }
            SchemaAttribute attribute = source == null ? null : source.attribute(name);
            for (String place : places(source, target, name, attribute, renamed)) {
                boolean up = place.startsWith("../");
                boolean placed = up
                        ? place(event, eventClass, place.substring(3), attribute, value, at, event, eventClass)
                        : place(out, target, place, attribute, value, at, event, eventClass);
                if (placed) {
                    return;
                }
            }
            unmapped.putIfAbsent(at, value);
        });
    }

    /** The unique id of a user or device goes before the id that an older version put first: uuid to uid, uid to uid_alt. */
    private static Map<String, Object> uidFirst(
            @Nullable SchemaItem source, SchemaItem target, Map<String, Object> in) {
        boolean swap = source != null
                && source.attribute("uuid") != null
                && target.attribute("uuid") == null
                && target.attribute("uid_alt") != null
                && in.containsKey("uuid");
        if (!swap) {
            return in;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        in.forEach((name, value) ->
                members.put(name.equals("uuid") ? "uid" : name.equals("uid") ? "uid_alt" : name, value));
        return members;
    }

    private static List<String> places(
            @Nullable SchemaItem source,
            SchemaItem target,
            String name,
            @Nullable SchemaAttribute attribute,
            Map<String, String> renamed) {
        List<String> places = new ArrayList<>();
        if (source != null) {
            places.addAll(Renames.places(source.name(), source instanceof SchemaClass, name));
        }
        SchemaAttribute same = target.attribute(name);
        // an attribute that now holds something else is not the same
        boolean stays = same != null
                && (attribute == null || attribute.isObject() == same.isObject())
                && !(name.equals("confidence")
                        && attribute != null
                        && !attribute.type().equals(same.type()));
        if (stays) {
            places.add(0, name);
        }
        String heir = renamed.get(name);
        if (heir != null) {
            places.add(heir);
        }
        return places;
    }

    /** Puts a value where it belongs; false where there is no such place, or another value in it. */
    private boolean place(
            Map<String, Object> out,
            SchemaItem item,
            String place,
            @Nullable SchemaAttribute attribute,
            Object value,
            String at,
            Map<String, Object> event,
            SchemaItem eventClass) {
        int dot = place.indexOf('.');
        String name = dot < 0 ? place : place.substring(0, dot);
        SchemaAttribute into = item.attribute(name);
        if (into == null) {
            return false;
        }
        if (dot < 0) {
            Object converted = out.containsKey(name) ? null : convert(attribute, into, value, at, event, eventClass);
            if (converted == null) {
                return false;
            }
            Map<String, Object> object = JsonTree.objectOrNull(converted);
            if (object == null || !object.isEmpty() || into.type().equals(SchemaObject.FREE_FORM)) {
                out.put(name, converted); // an object without members says nothing and would break constraints
            }
            return true;
        }
        SchemaObject inner = into.isObject() ? to.objectNamed(into.type()) : null;
        if (inner == null) {
            return false;
        }
        Map<String, Object> existing = into.isArray() ? null : JsonTree.objectOrNull(out.get(name));
        if (existing == null && out.containsKey(name)) {
            return false;
        }
        Map<String, Object> inside = existing == null ? new LinkedHashMap<>() : existing;
        if (!place(inside, inner, place.substring(dot + 1), attribute, value, at, event, eventClass)) {
            return false;
        }
        if (existing == null) {
            out.put(name, into.isArray() ? new ArrayList<Object>(List.of(inside)) : inside);
        }
        return true;
    }

    private @Nullable Object convert(
            @Nullable SchemaAttribute attribute,
            SchemaAttribute into,
            Object value,
            String at,
            Map<String, Object> event,
            SchemaItem eventClass) {
        List<Object> list = JsonTree.arrayOrNull(value);
        if (!into.isArray()) {
            if (list == null) {
                return one(attribute, into, value, at, event, eventClass);
            }
            if (kind(into) == ScalarKind.JSON) {
                return value;
            }
            if (list.isEmpty()) {
                return null;
            }
            if (list.size() > 1) {
                unmapped.putIfAbsent(at, value); // the first has a place, all are kept
            }
            return one(attribute, into, list.get(0), at, event, eventClass);
        }
        List<Object> converted = new ArrayList<>();
        for (Object element : list == null ? List.of(value) : list) {
            Object one = one(attribute, into, element, at, event, eventClass);
            if (one == null) {
                return null;
            }
            converted.add(one);
        }
        return converted;
    }

    private @Nullable Object one(
            @Nullable SchemaAttribute attribute,
            SchemaAttribute into,
            Object value,
            String at,
            Map<String, Object> event,
            SchemaItem eventClass) {
        ScalarKind kind = kind(into);
        if (kind != null) {
            return Values.as(kind, value);
        }
        Map<String, Object> object = JsonTree.objectOrNull(value);
        SchemaObject target = to.objectNamed(into.type());
        if (object == null || target == null) {
            return null;
        }
        SchemaObject source = attribute == null || !attribute.isObject() ? null : from.objectNamed(attribute.type());
        Map<String, Object> out = new LinkedHashMap<>();
        object(source, target, object, out, event, eventClass, at);
        return out;
    }

    /** The kind of a scalar or of anything; null for an object with attributes. */
    private @Nullable ScalarKind kind(SchemaAttribute attribute) {
        if (!attribute.isObject()) {
            return to.kindOf(attribute.type());
        }
        SchemaObject object = to.objectNamed(attribute.type());
        return object == null || object.isFreeForm() ? ScalarKind.JSON : null;
    }
}
