package org.ocsf4j.templates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.Requirement;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;

/** The values of a class by path, nearest and most wanted first. */
final class AttributePaths {

    /**
     * A value.
     *
     * @param depth 1 for an attribute of the class itself
     * @param reluctance how little the schema wants it and the objects above it
     * @param isCaption whether it is the caption of an enum beside it
     */
    record Value(String path, SchemaAttribute attribute, int depth, int reluctance, boolean isCaption) {}

    private static final Comparator<Value> ORDER =
            Comparator.comparing(Value::depth).thenComparing(Value::reluctance).thenComparing(Value::path);

    private static final int DEPRECATED = 8;
    private static final int BY_PROFILE = 1;

    private final OcsfSchema schema;
    private final int maxDepth;
    private final List<Value> values = new ArrayList<>();

    private AttributePaths(OcsfSchema schema, int maxDepth) {
        this.schema = schema;
        this.maxDepth = maxDepth;
    }

    /** Down to {@code maxDepth}; an object stands within itself once and no deeper. */
    static List<Value> of(OcsfSchema schema, SchemaItem item, int maxDepth) {
        AttributePaths walk = new AttributePaths(schema, maxDepth);
        walk.walk(item, "", 1, 0, List.of(item.name()));
        walk.values.sort(ORDER);
        return walk.values;
    }

    /** The value at a path, however deep; null where the class has none or an object there. */
    static @Nullable Value at(OcsfSchema schema, SchemaItem item, String path) {
        SchemaItem parent = item;
        String[] members = path.split("\\.", -1);
        for (int i = 0; i < members.length; i++) {
            SchemaAttribute attribute = parent.attribute(members[i]);
            if (attribute == null) {
                return null;
            }
            SchemaObject object = attribute.isObject() ? schema.objectNamed(attribute.type()) : null;
            if (i == members.length - 1) {
                return object == null && !attribute.isObject()
                        ? new Value(path, attribute, members.length, 0, isCaption(parent, attribute))
                        : null;
            }
            if (object == null) {
                return null;
            }
            parent = object;
        }
        return null;
    }

    private void walk(SchemaItem item, String prefix, int depth, int reluctance, List<String> above) {
        Set<String> captions = new HashSet<>();
        for (SchemaAttribute attribute : item.attributes().values()) {
            if (attribute.sibling() != null) {
                captions.add(attribute.sibling());
            }
        }
        for (SchemaAttribute attribute : item.attributes().values()) {
            String path = prefix + attribute.name();
            int sum = reluctance + reluctance(attribute);
            if (!attribute.isObject()) {
                values.add(new Value(path, attribute, depth, sum, captions.contains(attribute.name())));
                continue;
            }
            SchemaObject object = schema.objectNamed(attribute.type());
            if (object != null && !object.isFreeForm() && depth < maxDepth && mayStandBelow(object, above)) {
                List<String> path2 = new ArrayList<>(above);
                path2.add(object.name());
                walk(object, path + '.', depth + 1, sum, path2);
            }
        }
    }

    private static boolean mayStandBelow(SchemaObject object, List<String> above) {
        int times = 0;
        for (String name : above) {
            times += name.equals(object.name()) ? 1 : 0;
        }
        return times < 2;
    }

    private static int reluctance(SchemaAttribute attribute) {
        int wanted = attribute.requirement() == Requirement.REQUIRED
                ? 0
                : attribute.requirement() == Requirement.RECOMMENDED ? 1 : 2;
        return wanted
                + (attribute.profiles().isEmpty() ? 0 : BY_PROFILE)
                + (attribute.deprecatedSince() == null ? 0 : DEPRECATED);
    }

    private static boolean isCaption(SchemaItem item, SchemaAttribute attribute) {
        for (SchemaAttribute other : item.attributes().values()) {
            if (attribute.name().equals(other.sibling())) {
                return true;
            }
        }
        return false;
    }
}
