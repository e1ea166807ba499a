package org.ocsf4j.schema.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dictionary's attributes and types, with what extensions add. */
final class Dictionary {

    private final Map<String, Object> attributes;
    private final Map<String, Object> types;
    private final Map<String, Map<String, Object>> objects;

    Dictionary(Map<String, Object> tree, Map<String, Map<String, Object>> objects) {
        this.attributes = Trees.object(tree, Trees.ATTRIBUTES, "dictionary");
        this.types = Trees.object(Trees.object(tree, "types", "dictionary"), Trees.ATTRIBUTES, "dictionary types");
        this.objects = objects;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    Map<String, Object> types() {
        return types;
    }

    /** Adds an extension's; a type that is there stays as it is. */
    void merge(Extension extension, List<String> warnings) {
        extension.dictionaryAttributes().forEach((name, attribute) -> {
            if (attributes.containsKey(name)) {
                warnings.add("extension " + extension.name + " defines an attribute that the schema has; " + name);
            }
            attributes.put(Trees.scoped(extension.name, name), attribute);
        });
        extension.types().forEach((name, type) -> {
            String key = extension.platform ? name : Trees.scoped(extension.name, name);
            if (types.putIfAbsent(key, type) != null) {
                warnings.add("extension " + extension.name + " defines a type that the schema has; " + name);
            }
        });
    }

    /** A type that is none of the dictionary is an object's name. */
    void nameObjects() {
        attributes.forEach((name, value) -> {
            Map<String, Object> attribute = Trees.asObject(value, name);
            String type = Trees.text(attribute, "type");
            if (type == null) {
                throw new SchemaCompilationException("[dictionary " + name + "] has no type; give it one");
            }
            if (!types.containsKey(type) && !attribute.containsKey("object_type")) {
                attribute.put("type", "object_t");
                attribute.put("object_type", type);
            }
        });
    }

    /** Captions of types and objects, and the base type that 1.0.0-rc.2 leaves out. */
    void nameTypes() {
        types.forEach((name, value) -> {
            Map<String, Object> type = Trees.asObject(value, name);
            if (type.containsKey("type_name") && !type.containsKey("type")) {
                type.put("type", "string_t");
            }
        });
        attributes.forEach((name, value) -> captionType(name, Trees.asObject(value, name)));
    }

    private void captionType(String name, Map<String, Object> attribute) {
        String objectType = Trees.text(attribute, "object_type");
        if (objectType != null) {
            Map<String, Object> object = objects.get(objectType);
            if (object == null) {
                throw new SchemaCompilationException("[dictionary " + name
                        + "] the type is neither a type nor an object; " + objectType + "; define it");
            }
            attribute.put("object_name", Trees.text(object, "caption", ""));
        } else {
            String type = Trees.text(attribute, "type", "");
            Object known = types.get(type);
            if (known != null) {
                attribute.put("type_name", Trees.text(Trees.asObject(known, type), "caption", ""));
            }
        }
    }

    /** Each timestamp X gets a twin X_dt for people. */
    void addDatetimeTwins() {
        Map<String, Object> twins = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            Map<String, Object> attribute = Trees.asObject(value, name);
            if ("timestamp_t".equals(attribute.get("type"))) {
                Map<String, Object> twin = Trees.copy(attribute);
                twin.put("type", "datetime_t");
                twin.put("type_name", Trees.text(Trees.asObject(types.get("datetime_t"), "datetime_t"), "caption", ""));
                twins.put(name + "_dt", twin);
            }
        });
        attributes.putAll(twins);
    }

    /** The entry of an item's attribute: its extension's where it is marked, else the schema's. */
    Map<String, Object> entry(String item, String name, Map<String, Object> attribute) {
        String extension = Trees.text(attribute, Trees.EXTENSION);
        Object entry = extension == null ? null : attributes.get(Trees.scoped(extension, name));
        if (entry == null) {
            entry = attributes.get(name);
        }
        if (entry == null) {
            throw new SchemaCompilationException("[" + item + "] has an attribute that the dictionary has not; " + name
                    + "; define it in dictionary.json");
        }
        return Trees.asObject(entry, name);
    }

    /** The object that an item's attribute holds; null for a scalar. */
    @Nullable
    String objectType(String item, String name, Map<String, Object> attribute) {
        String own = Trees.text(attribute, "type");
        if (own != null && !types.containsKey(own) && objects.containsKey(own)) {
            return own;
        }
        return Trees.text(entry(item, name, attribute), "object_type");
    }

    /** The attribute as an event has it: the item's over the dictionary's. */
    Map<String, Object> finish(String item, String name, Map<String, Object> attribute) {
        Map<String, Object> finished = Trees.copy(entry(item, name, attribute));
        Trees.deepMerge(finished, attribute);
        String own = Trees.text(attribute, "type");
        if (own != null) {
            String extension = Trees.text(attribute, Trees.EXTENSION);
            List<String> spellings = new ArrayList<>(List.of(own));
            if (extension != null) {
                spellings.add(0, Trees.scoped(extension, own));
            }
            for (String type : spellings) {
                if (types.containsKey(type)) {
                    finished.remove("object_type");
                    finished.remove("object_name");
                    finished.put("type_name", Trees.text(Trees.asObject(types.get(type), type), "caption", ""));
                    return finished;
                }
            }
            Map<String, Object> object = objects.get(own);
            if (object == null) {
                throw new SchemaCompilationException(
                        "[" + item + "." + name + "] the type is neither a type nor an object; " + own + "; define it");
            }
            finished.remove("type_name");
            finished.put("type", "object_t");
            finished.put("object_type", own);
            finished.put("object_name", Trees.text(object, "caption", ""));
        }
        return finished;
    }
}
