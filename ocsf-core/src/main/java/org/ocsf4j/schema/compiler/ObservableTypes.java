package org.ocsf4j.schema.compiler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/**
 * The observable type ids of a schema, gathered before anything is inherited: of types, dictionary attributes, objects,
 * attributes of objects and classes, and attribute paths of classes. They become values of {@code observable.type_id}.
 */
final class ObservableTypes {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The items of a kind, {@code Class} or {@code Object}. */
    void items(Map<String, Map<String, Object>> items, String kind) {
        items.forEach((name, item) -> item(item, kind, ownCaption(items, name, item)));
    }

    void patch(Map<String, Map<String, Object>> items, String base, Map<String, Object> patch, String kind) {
        Map<String, Object> patched = items.get(base);
        item(patch, kind, patched == null ? base : ownCaption(items, base, patched));
    }

    private void item(Map<String, Object> item, String kind, String caption) {
        add(item.get("observable"), caption, kind);
        Trees.attributes(item).forEach((attribute, value) -> {
            Map<String, Object> tree = JsonTree.objectOrNull(value);
            if (tree != null) {
                add(tree.get("observable"), caption + " " + kind + ": " + attribute, kind + "-Specific Attribute");
            }
        });
        Map<String, Object> paths = JsonTree.objectOrNull(item.get("observables"));
        if (paths != null) {
            paths.forEach((path, id) -> add(id, caption + " " + kind + ": " + path, kind + "-Specific Attribute"));
        }
    }

    void dictionary(Map<String, Object> attributes, String kind) {
        attributes.forEach((name, value) -> {
            Map<String, Object> tree = Trees.asObject(value, name);
            add(tree.get("observable"), Trees.text(tree, "caption", name), kind);
        });
    }

    private void add(@Nullable Object id, String caption, String kind) {
        if (id instanceof Long number) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("caption", caption);
            value.put("description", "Observable by " + kind + ".");
            if (values.putIfAbsent(number.toString(), value) != null) {
                throw new SchemaCompilationException("[observable type_id " + number + "] two things have it; "
                        + values.get(number.toString()) + " and " + caption + "; give one of them another");
            }
        }
    }

    /** The item's caption, or the nearest ancestor's. */
    private static String ownCaption(Map<String, Map<String, Object>> items, String name, Map<String, Object> item) {
        Map<String, Object> at = item;
        for (int hops = 0; at != null && hops < 32; hops++) {
            String caption = Trees.text(at, "caption");
            if (caption != null) {
                return caption;
            }
            String parent = Trees.text(at, "extends");
            at = parent == null ? null : items.get(parent);
        }
        return name;
    }

    void addTo(@Nullable Map<String, Object> observable) {
        if (observable != null) {
            Map<String, Object> typeId = Trees.object(Trees.attributes(observable), "type_id", "observable");
            Trees.object(typeId, "enum", "observable.type_id").putAll(values);
        }
    }
}
