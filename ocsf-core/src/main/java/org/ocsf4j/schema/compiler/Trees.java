package org.ocsf4j.schema.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/** Members of the compiler's JSON trees, which it changes in place. */
final class Trees {

    static final String ATTRIBUTES = "attributes";
    static final String PROFILES = "profiles";
    static final String EXTENSION = "extension";
    static final String INCLUDE = "$include";

    private Trees() {}

    /** The member as an object, put there empty where it is absent. */
    static Map<String, Object> object(Map<String, Object> parent, String name, String context) {
        Object value = parent.computeIfAbsent(name, n -> new LinkedHashMap<String, Object>());
        Map<String, Object> object = JsonTree.objectOrNull(value);
        if (object == null) {
            throw new SchemaCompilationException("[" + context + "] " + name + " is no JSON object; " + value
                    + "; write it as the metaschema prescribes");
        }
        return object;
    }

    static Map<String, Object> attributes(Map<String, Object> item) {
        return object(item, ATTRIBUTES, String.valueOf(item.get("name")));
    }

    /** The value as an object, which an attribute, a type and an enum value have to be. */
    static Map<String, Object> asObject(@Nullable Object value, String context) {
        Map<String, Object> object = JsonTree.objectOrNull(value);
        if (object == null) {
            throw new SchemaCompilationException(
                    "[" + context + "] no JSON object; " + value + "; write it as the metaschema prescribes");
        }
        return object;
    }

    static Map<String, Object> copy(Map<String, Object> tree) {
        return asObject(JsonTree.copy(tree), "copy");
    }

    static @Nullable String text(Map<String, Object> parent, String name) {
        String text = JsonTree.textOrNull(parent.get(name));
        return text == null || text.isEmpty() ? null : text;
    }

    static String text(Map<String, Object> parent, String name, String fallback) {
        String text = text(parent, name);
        return text == null ? fallback : text;
    }

    static long number(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof Long number ? number : 0;
    }

    /** Lays {@code over} over {@code under}, object into object, anything else in its place. */
    static void deepMerge(Map<String, Object> under, Map<String, Object> over) {
        over.forEach((name, value) -> {
            Map<String, Object> inside = JsonTree.objectOrNull(under.get(name));
            Map<String, Object> from = JsonTree.objectOrNull(value);
            if (inside != null && from != null) {
                deepMerge(inside, from);
            } else {
                under.put(name, JsonTree.copy(value));
            }
        });
    }

    /** Both lists of profiles in one, sorted. */
    static List<Object> union(@Nullable Object one, @Nullable Object other) {
        TreeSet<String> names = new TreeSet<>(JsonTree.texts(one));
        names.addAll(JsonTree.texts(other));
        return new ArrayList<>(names);
    }

    /** {@code win/reg_key} for a name of extension {@code win}. */
    static String scoped(String extension, String name) {
        return extension + "/" + name;
    }

    /** The name without the extension before it. */
    static String unscoped(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
