package org.ocsf4j.schema.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/** Patches of extensions, then {@code extends}, over all classes or all objects. */
final class Inheritance {

    private final Map<String, Map<String, Object>> items;
    private final Set<String> resolved = new HashSet<>();

    Inheritance(Map<String, Map<String, Object>> items) {
        this.items = items;
    }

    /**
     * Lays a patch over its base: attributes merge, profiles unite, constraints replace, empty ones remove.
     *
     * @param extension whose patch it is
     */
    void patch(String baseName, Map<String, Object> patch, String extension) {
        Map<String, Object> base = items.get(baseName);
        if (base == null) {
            throw new SchemaCompilationException("[extension " + extension + "] patches what is not there; " + baseName
                    + "; extend something that the schema has");
        }
        uniteProfiles(base, patch);
        AttributeMerge.merge(Trees.attributes(base), Trees.attributes(patch), extension + " patch " + baseName);
        for (String name : List.of("observable", "observables", "references", "associations")) {
            Object value = patch.get(name);
            if (value != null && value != JsonTree.NULL) {
                base.put(name, value);
            }
        }
        Object constraints = patch.get("constraints");
        if (constraints != null) {
            Map<String, Object> some = JsonTree.objectOrNull(constraints);
            if (some == null || some.isEmpty()) {
                base.remove("constraints");
            } else {
                base.put("constraints", constraints);
            }
        }
    }

    /** Puts each item over a copy of what it extends. */
    void resolve() {
        for (String name : new ArrayList<>(items.keySet())) {
            resolve(name, new HashSet<>());
        }
    }

    private void resolve(String name, Set<String> under) {
        Map<String, Object> item = items.get(name);
        String parentName = item == null ? null : parent(name, item);
        if (!under.add(name)) {
            throw new SchemaCompilationException("[" + name + "] extends itself; " + under + "; break the circle");
        }
        if (item == null || parentName == null || !resolved.add(name)) {
            return;
        }
        resolve(parentName, under);
        Map<String, Object> parent = items.get(parentName);
        Map<String, Object> flat = Trees.copy(Trees.asObject(parent, parentName));
        item.forEach((key, value) -> {
            if (key.equals(Trees.ATTRIBUTES)) {
                AttributeMerge.merge(Trees.attributes(flat), Trees.asObject(value, name), name);
            } else if (key.equals(Trees.PROFILES)) {
                uniteProfiles(flat, item);
            } else {
                flat.put(key, value);
            }
        });
        items.put(name, flat);
    }

    private @Nullable String parent(String name, Map<String, Object> item) {
        String parent = Trees.text(item, "extends");
        if (parent == null) {
            return null;
        }
        String extension = Trees.text(item, Trees.EXTENSION);
        if (extension != null && items.containsKey(Trees.scoped(extension, parent))) {
            return Trees.scoped(extension, parent);
        }
        if (!items.containsKey(parent)) {
            throw new SchemaCompilationException(
                    "[" + name + "] extends what is not there; " + parent + "; extend something that the schema has");
        }
        return parent;
    }

    private static void uniteProfiles(Map<String, Object> under, Map<String, Object> over) {
        List<Object> all = Trees.union(under.get(Trees.PROFILES), over.get(Trees.PROFILES));
        if (!all.isEmpty()) {
            under.put(Trees.PROFILES, all);
        }
    }
}
