package org.ocsf4j.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/** Reads facts of format 1: names, ids, types and captions of one version, each attribute as a difference from the dictionary. */
final class FactsReader {

    private final Map<String, Object> facts;
    private final Map<String, Object> dictionary;
    private final String version;

    private FactsReader(Map<String, Object> facts) {
        this.facts = facts;
        this.dictionary = object(facts, "attributes");
        this.version = text(facts, "ocsf");
    }

    static OcsfSchema read(Map<String, Object> facts) {
        return new FactsReader(facts).read();
    }

    private OcsfSchema read() {
        OcsfSchema.Builder schema = OcsfSchema.builder(version);
        Map<String, Object> categories = object(facts, "categories");
        for (String name : categories.keySet()) {
            List<Object> pair = array(categories, name);
            schema.category(new SchemaCategory(name, number(pair.get(0)), (String) pair.get(1)));
        }
        for (Object each : array(facts, "extensions")) {
            Map<String, Object> extension = Objects.requireNonNull(JsonTree.objectOrNull(each));
            schema.extension(new SchemaExtension(
                    text(extension, "name"), number(extension.get("uid")), text(extension, "caption")));
        }
        schema.profiles(JsonTree.texts(facts.get("profiles")));
        object(facts, "types").forEach((name, type) -> schema.type(type(name, type)));
        Map<String, Object> observables = object(facts, "observables");
        for (String id : observables.keySet()) {
            List<String> pair = JsonTree.texts(observables.get(id));
            schema.observable(new ObservableType(Integer.parseInt(id), pair.get(0), pair.get(1)));
        }
        dictionary.forEach((name, a) -> schema.dictionary(attribute(name, Map.of("r", "o"))));
        Map<String, Object> classes = object(facts, "classes");
        classes.keySet().stream()
                .map(name -> eventClass(name, object(classes, name), categories))
                .sorted(java.util.Comparator.comparing(SchemaClass::uid))
                .forEach(schema::eventClass);
        Map<String, Object> objects = object(facts, "objects");
        objects.keySet().forEach(name -> schema.object(schemaObject(name, object(objects, name))));
        return schema.build();
    }

    private static SchemaType type(String name, @Nullable Object value) {
        Map<String, Object> type = Objects.requireNonNull(JsonTree.objectOrNull(value));
        List<Object> range = type.containsKey("range") ? array(type, "range") : List.of();
        List<String> values = new ArrayList<>();
        if (type.containsKey("values")) {
            array(type, "values").forEach(v -> values.add(String.valueOf(v)));
        }
        return new SchemaType(
                name,
                JsonTree.textOrNull(type.get("base")),
                numberOrNull(type.get("max_len")),
                JsonTree.textOrNull(type.get("regex")),
                range.isEmpty() ? null : (long) number(range.get(0)),
                range.isEmpty() ? null : (long) number(range.get(1)),
                values,
                numberOrNull(type.get("ob")));
    }

    private SchemaClass eventClass(String name, Map<String, Object> c, Map<String, Object> categories) {
        String category = text(c, "category");
        String categoryCaption = categories.containsKey(category)
                ? (String) array(categories, category).get(1)
                : "Uncategorized";
        Map<String, List<String>> associations = new LinkedHashMap<>();
        if (c.containsKey("assoc")) {
            object(c, "assoc").forEach((path, others) -> associations.put(path, JsonTree.texts(others)));
        }
        Map<String, Integer> observables = new LinkedHashMap<>();
        if (c.containsKey("obs")) {
            object(c, "obs").forEach((path, id) -> observables.put(path, number(id)));
        }
        return new SchemaClass(
                new OcsfClass(
                        version,
                        number(c.get("uid")),
                        name,
                        text(c, "caption"),
                        number(c.get("category_uid")),
                        category),
                categoryCaption,
                JsonTree.textOrNull(c.get("extends")),
                JsonTree.textOrNull(c.get("ext")),
                JsonTree.texts(c.get("profiles")),
                constraints(c),
                JsonTree.textOrNull(c.get("deprecated")),
                observables,
                associations,
                attributes(c));
    }

    private SchemaObject schemaObject(String name, Map<String, Object> o) {
        return new SchemaObject(
                name,
                text(o, "caption"),
                JsonTree.textOrNull(o.get("extends")),
                JsonTree.textOrNull(o.get("ext")),
                JsonTree.texts(o.get("profiles")),
                constraints(o),
                JsonTree.textOrNull(o.get("deprecated")),
                numberOrNull(o.get("ob")),
                attributes(o));
    }

    private static SchemaConstraints constraints(Map<String, Object> item) {
        if (!item.containsKey("constraints")) {
            return SchemaConstraints.NONE;
        }
        Map<String, Object> constraints = object(item, "constraints");
        return new SchemaConstraints(
                JsonTree.texts(constraints.get("at_least_one")), JsonTree.texts(constraints.get("just_one")));
    }

    private Map<String, SchemaAttribute> attributes(Map<String, Object> item) {
        Map<String, SchemaAttribute> attributes = new LinkedHashMap<>();
        object(item, "attrs").forEach((name, value) -> {
            Map<String, Object> own = JsonTree.objectOrNull(value);
            attributes.put(name, attribute(name, own != null ? own : Map.of("r", String.valueOf(value))));
        });
        return attributes;
    }

    private SchemaAttribute attribute(String name, Map<String, Object> own) {
        Map<String, Object> merged = new LinkedHashMap<>(object(dictionary, name));
        merged.putAll(own);
        JsonTree.texts(own.get("-")).forEach(merged::remove);
        if (own.containsKey("t")) {
            merged.remove("o");
        } else if (own.containsKey("o")) {
            merged.remove("t");
        }
        String object = JsonTree.textOrNull(merged.get("o"));
        String type = object != null ? object : text(merged, "t");
        Map<String, Object> values = JsonTree.objectOrNull(merged.get("e"));
        return new SchemaAttribute(
                name,
                type,
                object != null,
                merged.containsKey("a") && number(merged.get("a")) == 1,
                switch (String.valueOf(merged.get("r"))) {
                    case "q" -> Requirement.REQUIRED;
                    case "c" -> Requirement.RECOMMENDED;
                    default -> Requirement.OPTIONAL;
                },
                text(merged, "c"),
                values == null ? null : enumeration(values),
                JsonTree.textOrNull(merged.get("s")),
                JsonTree.texts(merged.get("p")),
                numberOrNull(merged.get("ob")),
                JsonTree.textOrNull(merged.get("d")),
                JsonTree.textOrNull(merged.get("x")));
    }

    private static AttributeEnum enumeration(Map<String, Object> values) {
        List<EnumValue> list = new ArrayList<>();
        values.forEach((id, value) -> {
            List<Object> deprecated = JsonTree.arrayOrNull(value);
            list.add(
                    deprecated == null
                            ? new EnumValue(id, String.valueOf(value), false)
                            : new EnumValue(id, String.valueOf(deprecated.get(0)), true));
        });
        return new AttributeEnum(list);
    }

    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return Objects.requireNonNull(JsonTree.objectOrNull(parent.get(name)), name);
    }

    private static List<Object> array(Map<String, Object> parent, String name) {
        return Objects.requireNonNull(JsonTree.arrayOrNull(parent.get(name)), name);
    }

    private static String text(Map<String, Object> parent, String name) {
        return Objects.requireNonNull(JsonTree.textOrNull(parent.get(name)), name);
    }

    private static int number(@Nullable Object value) {
        return Math.toIntExact((Long) Objects.requireNonNull(value));
    }

    private static @Nullable Integer numberOrNull(@Nullable Object value) {
        return value == null ? null : number(value);
    }
}
