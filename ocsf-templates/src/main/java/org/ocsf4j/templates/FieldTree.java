package org.ocsf4j.templates;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields as the tree of {@code properties} that a mapping is. Not thread-safe. */
final class FieldTree {

    private final Map<String, FieldTree> children = new TreeMap<>();
    private @Nullable FieldMapping leaf;

    /**
     * Adds a field and the objects above it.
     *
     * @return false where it cannot be: it is there, an object has its place, or a value has the place of an object above it
     */
    boolean add(String path, FieldMapping mapping) {
        if (cost(path) == 0) {
            return false;
        }
        FieldTree node = this;
        for (String member : path.split("\\.", -1)) {
            node = node.children.computeIfAbsent(member, name -> new FieldTree());
        }
        node.leaf = mapping;
        return true;
    }

    /** How many fields, objects included, adding this one would add; 0 where it cannot be added. */
    int cost(String path) {
        FieldTree node = this;
        String[] members = path.split("\\.", -1);
        for (int i = 0; i < members.length; i++) {
            if (node.leaf != null) {
                return 0;
            }
            FieldTree next = node.children.get(members[i]);
            if (next == null) {
                return members.length - i;
            }
            node = next;
        }
        return 0;
    }

    /** The field's mapping; null where there is none, or an object. */
    @Nullable
    FieldMapping mapping(String path) {
        FieldTree node = this;
        for (String member : path.split("\\.", -1)) {
            FieldTree next = node.children.get(member);
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node.leaf;
    }

    /** The part of the tree below and including one member of the root. */
    FieldTree only(String member) {
        FieldTree part = new FieldTree();
        FieldTree child = children.get(member);
        if (child != null) {
            part.children.put(member, child);
        }
        return part;
    }

    FieldTree without(Set<String> members) {
        FieldTree part = new FieldTree();
        children.forEach((member, child) -> {
            if (!members.contains(member)) {
                part.children.put(member, child);
            }
        });
        return part;
    }

    Set<String> members() {
        return children.keySet();
    }

    /** Fields as OpenSearch counts them against its limit: values, objects and aliases. */
    int count() {
        int count = 0;
        for (FieldTree child : children.values()) {
            count += 1 + child.count();
        }
        return count;
    }

    /** Every field that is no object, by path. */
    Map<String, FieldMapping> leaves() {
        Map<String, FieldMapping> leaves = new TreeMap<>();
        collect("", leaves);
        return leaves;
    }

    private void collect(String prefix, Map<String, FieldMapping> leaves) {
        children.forEach((member, child) -> {
            if (child.leaf != null) {
                leaves.put(prefix + member, child.leaf);
            }
            child.collect(prefix + member + '.', leaves);
        });
    }

    /** Writes {@code "properties":{…}}; objects among {@code nested}, by path, keep their elements apart. */
    void write(JsonGenerator json, Set<String> nested) throws IOException {
        write(json, nested, "");
    }

    private void write(JsonGenerator json, Set<String> nested, String prefix) throws IOException {
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, FieldTree> child : children.entrySet()) {
            json.writeObjectFieldStart(child.getKey());
            FieldMapping mapping = child.getValue().leaf;
            if (mapping != null) {
                mapping.write(json);
            } else {
                String path = prefix + child.getKey();
                if (nested.contains(path)) {
                    json.writeStringField("type", "nested");
                }
                child.getValue().write(json, nested, path + '.');
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldTree that && leaves().equals(that.leaves());
    }

    @Override
    public int hashCode() {
        return leaves().hashCode();
    }

    @Override
    public String toString() {
        return leaves().toString();
    }
}
