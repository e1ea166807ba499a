package org.ocsf4j.schema.compiler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.SchemaType;

/**
 * A schema as a JSON tree with the members that the OCSF schema compiler gives it, without the prose: {@code version},
 * {@code categories}, {@code dictionary} with {@code types}, {@code classes}, {@code objects}, {@code profiles} and
 * {@code extensions}. Classes and objects are keyed by their unscoped names.
 */
public final class CompiledSchemaWriter {

    private CompiledSchemaWriter() {}

    /** The whole schema. */
    public static Map<String, Object> tree(OcsfSchema schema) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", schema.version());
        Map<String, Object> categories = new LinkedHashMap<>();
        schema.categories().forEach(c -> categories.put(c.name(), Map.of("uid", c.uid(), "caption", c.caption())));
        tree.put("categories", Map.of("attributes", categories));
        Map<String, Object> dictionary = new LinkedHashMap<>();
        schema.dictionary().forEach((name, a) -> dictionary.put(name, attribute(a, false)));
        Map<String, Object> types = new LinkedHashMap<>();
        schema.types().forEach((name, type) -> types.put(name, type(type)));
        tree.put("dictionary", ordered("attributes", dictionary, "types", Map.of("attributes", types)));
        Map<String, Object> classes = new LinkedHashMap<>();
        schema.classes().forEach(c -> classes.put(c.name(), item(c)));
        tree.put("classes", classes);
        Map<String, Object> objects = new LinkedHashMap<>();
        schema.objects().forEach(o -> objects.put(o.name(), item(o)));
        tree.put("objects", objects);
        Map<String, Object> profiles = new LinkedHashMap<>();
        schema.profiles().forEach(p -> profiles.put(p, Map.of("name", p.substring(p.indexOf('/') + 1))));
        tree.put("profiles", profiles);
        Map<String, Object> extensions = new LinkedHashMap<>();
        schema.extensions()
                .forEach(e ->
                        extensions.put(e.name(), ordered("name", e.name(), "uid", e.uid(), "caption", e.caption())));
        tree.put("extensions", extensions);
        return tree;
    }

    /** One class or object. */
    public static Map<String, Object> item(SchemaItem item) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", item.name());
        tree.put("caption", item.caption());
        putIfPresent(tree, "extends", item.parent());
        putIfPresent(tree, "extension", item.extension());
        if (item instanceof SchemaClass c) {
            tree.put("uid", c.uid());
            tree.put("category", c.identity().categoryName());
            tree.put("category_uid", c.categoryUid());
            tree.put("category_name", c.categoryCaption());
            putIfNotEmpty(tree, "associations", c.associations());
            putIfNotEmpty(tree, "observables", c.observables());
        } else if (item instanceof SchemaObject o) {
            putIfPresent(tree, "observable", o.observable());
        }
        putIfPresent(tree, "profiles", item.profiles().isEmpty() ? null : item.profiles());
        Map<String, Object> constraints = new LinkedHashMap<>();
        putList(constraints, "at_least_one", item.constraints().atLeastOne());
        putList(constraints, "just_one", item.constraints().justOne());
        putIfNotEmpty(tree, "constraints", constraints);
        putDeprecated(tree, item.deprecatedSince());
        Map<String, Object> attributes = new LinkedHashMap<>();
        item.attributes().forEach((name, a) -> attributes.put(name, attribute(a, true)));
        tree.put("attributes", attributes);
        return tree;
    }

    private static Map<String, Object> attribute(SchemaAttribute a, boolean used) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("caption", a.caption());
        tree.put("type", a.isObject() ? "object_t" : a.type());
        putIfPresent(tree, "object_type", a.isObject() ? a.type() : null);
        putIfPresent(tree, "is_array", a.isArray() ? true : null);
        putIfPresent(tree, "requirement", used ? a.requirement().word() : null);
        AttributeEnum values = a.enumeration();
        if (values != null) {
            Map<String, Object> enumeration = new LinkedHashMap<>();
            for (EnumValue value : values.values()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("caption", value.caption());
                putIfPresent(entry, "@deprecated", value.deprecated() ? Map.of() : null);
                enumeration.put(value.id(), entry);
            }
            tree.put("enum", enumeration);
        }
        putIfPresent(tree, "sibling", a.sibling());
        putList(tree, "profiles", a.profiles());
        putIfPresent(tree, "observable", a.observable());
        putIfPresent(tree, "extension", a.extension());
        putDeprecated(tree, a.deprecatedSince());
        return tree;
    }

    private static Map<String, Object> type(SchemaType type) {
        Map<String, Object> tree = new LinkedHashMap<>();
        putIfPresent(tree, "type", type.base());
        putIfPresent(tree, "max_len", type.maxLength());
        putIfPresent(tree, "regex", type.regex());
        Long min = type.min();
        Long max = type.max();
        putIfPresent(tree, "range", min == null || max == null ? null : List.of(min, max));
        putList(tree, "values", type.values());
        putIfPresent(tree, "observable", type.observable());
        return tree;
    }

    private static void putDeprecated(Map<String, Object> tree, @Nullable String since) {
        putIfPresent(tree, "@deprecated", since == null ? null : Map.of("since", since));
    }

    private static void putIfPresent(Map<String, Object> tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }

    private static void putIfNotEmpty(Map<String, Object> tree, String name, Map<String, ?> value) {
        if (!value.isEmpty()) {
            tree.put(name, value);
        }
    }

    private static void putList(Map<String, Object> tree, String name, List<String> values) {
        if (!values.isEmpty()) {
            tree.put(name, values);
        }
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }
}
