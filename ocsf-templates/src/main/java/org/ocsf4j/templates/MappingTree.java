package org.ocsf4j.templates;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields as the tree of {@code properties} that a mapping is. */
final class MappingTree {

    private final Map<String, MappingTree> children = new TreeMap<>();
    private @Nullable FieldType type;

    private MappingTree() {}

    static MappingTree of(List<MappedField> fields) {
        MappingTree root = new MappingTree();
        for (MappedField field : fields) {
            root.add(field);
        }
        return root;
    }

    private void add(MappedField field) {
        MappingTree node = this;
        for (String member : field.path().split("\\.", -1)) {
            if (node.type != null) {
                throw new IllegalArgumentException("a field has fields below it; " + field.path());
            }
            node = node.children.computeIfAbsent(member, name -> new MappingTree());
        }
        if (node.type != null || !node.children.isEmpty()) {
            throw new IllegalArgumentException("the field is there already; " + field.path());
        }
        node.type = field.type();
    }

    /** Writes {@code "properties":{…}}. */
    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, MappingTree> child : children.entrySet()) {
            json.writeObjectFieldStart(child.getKey());
            FieldType leaf = child.getValue().type;
            if (leaf == null) {
                child.getValue().write(json);
            } else {
                leaf.write(json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
