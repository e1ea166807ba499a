package org.ocsf4j.schema.compiler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.ObservableType;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaConstraints;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;

/** Parents that a schema names and, being abstract, does not have: made of what their children share. */
final class HiddenParents {

    private final OcsfSchema schema;
    private final AttributeTrees trees;
    private final Map<String, SchemaItem> known;
    private final Map<String, SchemaItem> hidden = new LinkedHashMap<>();

    HiddenParents(OcsfSchema schema, AttributeTrees trees, Map<String, SchemaItem> known) {
        this.schema = schema;
        this.trees = trees;
        this.known = known;
        Map<String, List<SchemaItem>> children = new LinkedHashMap<>();
        for (SchemaItem item : known.values()) {
            String parent = item.parent();
            if (parent != null && !known.containsKey(parent)) {
                children.computeIfAbsent(parent, name -> new ArrayList<>()).add(item);
            }
        }
        children.forEach((name, of) -> hidden.put(name, make(name, of)));
    }

    /** All items, the hidden ones included. */
    Collection<SchemaItem> all() {
        List<SchemaItem> all = new ArrayList<>(known.values());
        all.addAll(hidden.values());
        return all;
    }

    boolean isHidden(SchemaItem item) {
        return hidden.containsValue(item);
    }

    @Nullable
    SchemaItem parentOf(SchemaItem item) {
        String parent = item.parent();
        SchemaItem found = parent == null ? null : known.get(parent);
        return found == null && parent != null ? hidden.get(parent) : found;
    }

    private SchemaItem make(String name, List<SchemaItem> children) {
        SchemaItem first = children.get(0);
        Map<String, SchemaAttribute> shared = new LinkedHashMap<>();
        SchemaItem root = known.get(SchemaClass.BASE_EVENT);
        if (root != null) {
            shared.putAll(root.attributes()); // what a hidden class does not say it inherits
        }
        for (SchemaAttribute a : first.attributes().values()) {
            boolean all = children.stream().allMatch(child -> {
                SchemaAttribute other = child.attribute(a.name());
                return other != null && trees.isSame(other, a);
            });
            if (all && !trees.isTwin(a, first.attributes())) {
                shared.put(a.name(), a);
            }
        }
        if (first instanceof SchemaClass c) {
            OcsfClass id = c.identity();
            return new SchemaClass(
                    new OcsfClass(schema.version(), 0, name, name, id.categoryUid(), id.categoryName()),
                    c.categoryCaption(),
                    SchemaClass.BASE_EVENT,
                    null,
                    List.of(),
                    SchemaConstraints.NONE,
                    null,
                    Map.of(),
                    Map.of(),
                    shared);
        }
        return new SchemaObject(name, name, null, null, List.of(), SchemaConstraints.NONE, null, null, shared);
    }

    /** A hidden parent's is the one that the kinds of observables of its attributes begin with. */
    String captionOf(SchemaItem item) {
        if (!isHidden(item)) {
            return item.caption();
        }
        String kind = item instanceof SchemaClass ? " Class: " : " Object: ";
        for (SchemaAttribute a : item.attributes().values()) {
            Integer typeId = a.observable();
            ObservableType observable =
                    typeId == null ? null : schema.observables().get(typeId);
            if (observable != null && observable.caption().endsWith(kind + a.name())) {
                return observable
                        .caption()
                        .substring(
                                0,
                                observable.caption().length()
                                        - kind.length()
                                        - a.name().length());
            }
        }
        return item.caption();
    }
}
