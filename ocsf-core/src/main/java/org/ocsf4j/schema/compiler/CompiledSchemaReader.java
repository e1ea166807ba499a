package org.ocsf4j.schema.compiler;

import static org.ocsf4j.schema.json.JsonTree.arrayOrNull;
import static org.ocsf4j.schema.json.JsonTree.objectOrNull;
import static org.ocsf4j.schema.json.JsonTree.textOrNull;
import static org.ocsf4j.schema.json.JsonTree.texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.ObservableType;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.Requirement;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaCategory;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaConstraints;
import org.ocsf4j.schema.SchemaExtension;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.SchemaType;

/**
 * Makes a schema of compiled JSON: the OCSF schema compiler's format, its legacy format, and what a schema server exports.
 * They differ in where dictionary and types are, and in {@code profile} or {@code profiles} of an attribute.
 */
final class CompiledSchemaReader {

    private static final Map<String, Object> NOTHING = Map.of();

    private final Map<String, Object> tree;
    private final String version;

    /** Names as events have them, by the keys of objects: unscoped where no earlier object has that name. */
    private final Map<String, String> objectNames;

    private CompiledSchemaReader(Map<String, Object> tree) {
        this.tree = tree;
        String stated = textOrNull(tree.get("version"));
        if (stated == null) {
            throw new SchemaCompilationException("[compiled schema] there is no version; members " + tree.keySet()
                    + "; pass the output of a schema compiler or the export of a schema server");
        }
        this.version = stated;
        this.objectNames = unscoped(objects(tree, "objects"));
    }

    static OcsfSchema read(Map<String, Object> tree) {
        return new CompiledSchemaReader(tree).read();
    }

    private OcsfSchema read() {
        OcsfSchema.Builder schema = OcsfSchema.builder(version);
        Map<String, Object> dictionary = objects(tree, "dictionary");
        Map<String, Object> attributes =
                first(objects(dictionary, "attributes"), objects(tree, "dictionary_attributes"));
        Map<String, Object> types = first(objects(objects(dictionary, "types"), "attributes"), objects(tree, "types"));
        objects(objects(tree, "categories"), "attributes").forEach((name, value) -> {
            Map<String, Object> category = object(value);
            schema.category(new SchemaCategory(name, number(category.get("uid")), text(category, "caption", name)));
        });
        objects(tree, "extensions").forEach((name, value) -> {
            Map<String, Object> extension = object(value);
            schema.extension(new SchemaExtension(name, number(extension.get("uid")), text(extension, "caption", name)));
        });
        types.forEach((name, value) -> schema.type(type(name, object(value))));
        attributes.forEach((name, value) -> schema.dictionary(attribute(unscoped(name), object(value))));

        Map<String, Object> classes = new LinkedHashMap<>(objects(tree, "classes"));
        Map<String, Object> baseEvent = objectOrNull(tree.get("base_event"));
        if (baseEvent != null) {
            classes.putIfAbsent("base_event", baseEvent);
        }
        Map<String, String> classNames = unscoped(classes);
        TreeMap<Integer, SchemaClass> byUid = new TreeMap<>();
        classNames.forEach((key, name) -> {
            SchemaClass c = eventClass(name, object(classes.get(key)));
            byUid.put(c.uid(), c);
        });
        byUid.values().forEach(schema::eventClass);
        Map<String, Object> objects = objects(tree, "objects");
        objectNames.forEach((key, name) -> schema.object(schemaObject(name, object(objects.get(key)))));
        schema.profiles(profiles(classes, objects));
        observables(types, attributes, classes, objects).values().forEach(schema::observable);
        return schema.build();
    }

    /** The profiles that are listed, or, where none are, those that classes and objects have. */
    private List<String> profiles(Map<String, Object> classes, Map<String, Object> objects) {
        TreeSet<String> names = new TreeSet<>(objects(tree, "profiles").keySet());
        if (names.isEmpty()) {
            classes.values().forEach(c -> names.addAll(texts(object(c).get("profiles"))));
            objects.values().forEach(o -> names.addAll(texts(object(o).get("profiles"))));
        }
        return List.copyOf(names);
    }

    private static SchemaType type(String name, Map<String, Object> type) {
        List<Object> range = list(type.get("range"));
        List<String> values = new ArrayList<>();
        list(type.get("values")).forEach(v -> values.add(v.toString()));
        boolean ranged = range.size() == 2 && range.get(0) instanceof Long && range.get(1) instanceof Long;
        return new SchemaType(
                name,
                textOrNull(type.get("type")),
                numberOrNull(type.get("max_len")),
                textOrNull(type.get("regex")),
                ranged ? (Long) range.get(0) : null,
                ranged ? (Long) range.get(1) : null,
                values,
                numberOrNull(type.get("observable")));
    }

    private SchemaClass eventClass(String name, Map<String, Object> c) {
        String category = text(c, "category", "other");
        String caption = text(c, "caption", name);
        int categoryUid = number(c.get("category_uid"));
        Map<String, Integer> observables = new LinkedHashMap<>();
        objects(c, "observables").forEach((path, id) -> observables.put(path, number(id)));
        Map<String, List<String>> associations = new LinkedHashMap<>();
        objects(c, "associations").forEach((path, others) -> associations.put(path, texts(others)));
        return new SchemaClass(
                new OcsfClass(version, number(c.get("uid")), name, caption, categoryUid, category),
                text(c, "category_name", "Uncategorized"),
                textOrNull(c.get("extends")),
                textOrNull(c.get("extension")),
                texts(c.get("profiles")),
                constraints(c),
                deprecatedSince(c),
                observables,
                associations,
                attributes(c));
    }

    private SchemaObject schemaObject(String name, Map<String, Object> o) {
        return new SchemaObject(
                name,
                text(o, "caption", name),
                textOrNull(o.get("extends")),
                textOrNull(o.get("extension")),
                texts(o.get("profiles")),
                constraints(o),
                deprecatedSince(o),
                numberOrNull(o.get("observable")),
                attributes(o));
    }

    private Map<String, SchemaAttribute> attributes(Map<String, Object> item) {
        Map<String, SchemaAttribute> attributes = new LinkedHashMap<>();
        objects(item, "attributes").forEach((name, value) -> attributes.put(name, attribute(name, object(value))));
        return attributes;
    }

    private SchemaAttribute attribute(String name, Map<String, Object> a) {
        String objectType = textOrNull(a.get("object_type"));
        String single = textOrNull(a.get("profile"));
        Map<String, Object> values = objectOrNull(a.get("enum"));
        return new SchemaAttribute(
                name,
                objectType == null ? text(a, "type", "string_t") : objectNames.getOrDefault(objectType, objectType),
                objectType != null,
                Boolean.TRUE.equals(a.get("is_array")),
                Requirement.ofWord(textOrNull(a.get("requirement"))),
                text(a, "caption", name),
                values == null || values.isEmpty() ? null : enumeration(values),
                textOrNull(a.get("sibling")),
                single == null ? texts(a.get("profiles")) : List.of(single),
                numberOrNull(a.get("observable")),
                deprecatedSince(a),
                textOrNull(a.get("extension")));
    }

    private static AttributeEnum enumeration(Map<String, Object> values) {
        List<EnumValue> list = new ArrayList<>();
        values.forEach((id, value) -> {
            Map<String, Object> entry = object(value);
            list.add(new EnumValue(id, text(entry, "caption", id), entry.containsKey("@deprecated")));
        });
        return new AttributeEnum(list);
    }

    private static SchemaConstraints constraints(Map<String, Object> item) {
        Map<String, Object> constraints = objects(item, "constraints");
        return new SchemaConstraints(texts(constraints.get("at_least_one")), texts(constraints.get("just_one")));
    }

    private static @Nullable String deprecatedSince(Map<String, Object> part) {
        Map<String, Object> deprecated = objectOrNull(part.get("@deprecated"));
        return deprecated == null ? null : text(deprecated, "since", "unknown");
    }

    private Map<Integer, ObservableType> observables(
            Map<String, Object> types,
            Map<String, Object> dictionary,
            Map<String, Object> classes,
            Map<String, Object> objects) {
        Map<String, Object> captions =
                objects(objects(objects(objects(objects, "observable"), "attributes"), "type_id"), "enum");
        Map<Integer, ObservableType> found = new TreeMap<>();
        classes.forEach((name, c) ->
                objects(object(c), "observables").forEach((path, id) -> add(found, captions, id, path, "class_path")));
        objects.forEach((name, o) -> add(found, captions, object(o).get("observable"), name, "object"));
        types.forEach((name, t) -> add(found, captions, object(t).get("observable"), name, "type"));
        dictionary.forEach((name, a) -> add(found, captions, object(a).get("observable"), name, "dict_attr"));
        objects.forEach((name, o) -> objects(object(o), "attributes")
                .forEach(
                        (attribute, a) -> add(found, captions, object(a).get("observable"), attribute, "object_attr")));
        classes.forEach((name, c) -> objects(object(c), "attributes")
                .forEach((attribute, a) -> add(found, captions, object(a).get("observable"), attribute, "class_attr")));
        return found;
    }

    private static void add(
            Map<Integer, ObservableType> found,
            Map<String, Object> captions,
            @Nullable Object id,
            String fallback,
            String source) {
        Integer typeId = numberOrNull(id);
        if (typeId != null) {
            String caption = text(objects(captions, typeId.toString()), "caption", fallback);
            found.putIfAbsent(typeId, new ObservableType(typeId, caption, source));
        }
    }

    private static Map<String, String> unscoped(Map<String, Object> items) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String key : items.keySet()) {
            String name = unscoped(key);
            boolean taken = !name.equals(key) && (items.containsKey(name) || names.containsValue(name));
            names.put(key, taken ? key : name);
        }
        return names;
    }

    private static String unscoped(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private static Map<String, Object> first(Map<String, Object> one, Map<String, Object> other) {
        return one.isEmpty() ? other : one;
    }

    /** The member that is an object; an empty one where it is absent. */
    private static Map<String, Object> objects(Map<String, Object> parent, String name) {
        return object(parent.get(name));
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = objectOrNull(value);
        return object == null ? NOTHING : object;
    }

    private static List<Object> list(@Nullable Object value) {
        List<Object> list = arrayOrNull(value);
        return list == null ? List.of() : list;
    }

    private static String text(Map<String, Object> parent, String name, String fallback) {
        String text = textOrNull(parent.get(name));
        return text == null ? fallback : text;
    }

    private static int number(@Nullable Object value) {
        Integer number = numberOrNull(value);
        return number == null ? 0 : number;
    }

    private static @Nullable Integer numberOrNull(@Nullable Object value) {
        return value instanceof Long number ? Math.toIntExact(number) : null;
    }
}
