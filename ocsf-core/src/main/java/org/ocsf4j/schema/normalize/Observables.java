package org.ocsf4j.schema.normalize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.ObservableType;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.SchemaType;
import org.ocsf4j.schema.json.JsonTree;

/** Gathers what of an event the schema calls observable: by attribute path, attribute, and type, in this order. */
final class Observables {

    /** An event with more of them is cut. */
    private static final int MAX = 256;

    private static final int MAX_DEPTH = 16;

    private final OcsfSchema schema;
    private final SchemaClass eventClass;
    private final Set<Map<String, Object>> found = new LinkedHashSet<>();

    Observables(OcsfSchema schema, SchemaClass eventClass) {
        this.schema = schema;
        this.eventClass = eventClass;
    }

    List<Object> of(Map<String, Object> event) {
        item(eventClass, event, "", 0);
        return new ArrayList<>(found);
    }

    private void item(SchemaItem item, Map<String, Object> members, String prefix, int depth) {
        members.forEach((name, value) -> {
            SchemaAttribute attribute = item.attribute(name);
            if (attribute != null && !name.equals("observables") && found.size() < MAX && depth < MAX_DEPTH) {
                String path = prefix.isEmpty() ? name : prefix + "." + name;
                List<Object> list = JsonTree.arrayOrNull(value);
                for (Object element : list == null ? List.of(value) : list) {
                    value(attribute, element, path, depth);
                }
            }
        });
    }

    private void value(SchemaAttribute attribute, Object value, String path, int depth) {
        Map<String, Object> members = JsonTree.objectOrNull(value);
        if (members == null) {
            Integer typeId = typeId(attribute, path);
            boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
            if (typeId != null && scalar && !value.equals("") && !value.equals("-")) {
                add(path, typeId, value.toString());
            }
            return;
        }
        SchemaObject object = attribute.isObject() ? schema.objectNamed(attribute.type()) : null;
        if (object != null) {
            Integer typeId = object.observable();
            if (typeId != null && !members.isEmpty()) {
                add(path, typeId, null);
            }
            item(object, members, path, depth + 1);
        }
    }

    private @Nullable Integer typeId(SchemaAttribute attribute, String path) {
        Integer ofPath = eventClass.observables().get(path);
        if (ofPath != null || attribute.observable() != null) {
            return ofPath != null ? ofPath : attribute.observable();
        }
        SchemaType type = schema.types().get(attribute.type());
        return type == null ? null : type.observable();
    }

    private void add(String path, int typeId, @Nullable String value) {
        if (found.size() >= MAX) {
            return;
        }
        Map<String, Object> observable = new LinkedHashMap<>();
        observable.put("name", path);
        ObservableType type = schema.observables().get(typeId);
        if (type != null) {
            observable.put("type", type.caption());
        }
        observable.put("type_id", (long) typeId);
        if (value != null) {
            observable.put("value", value);
        }
        found.add(observable);
    }
}
