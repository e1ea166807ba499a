package org.ocsf4j.schema.compiler;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.Requirement;
import org.ocsf4j.schema.json.JsonTree;

/**
 * How attributes of an item are laid over those of what it includes, patches or extends: member by member, the upper side
 * wins, except that
 *
 * <ul>
 *   <li>profiles unite, and {@code null}, which says that the attribute needs none, wins from either side;
 *   <li>of two requirements, the stronger wins where both sides belong to profiles;
 *   <li>objects such as enums merge, so that the upper side adds to them.
 * </ul>
 */
final class AttributeMerge {

    private AttributeMerge() {}

    static void merge(Map<String, Object> under, Map<String, Object> over, String context) {
        over.forEach((name, value) -> {
            if (name.equals(Trees.INCLUDE)) {
                throw new SchemaCompilationException("[" + context + "] an included file includes another one; " + value
                        + "; include both from the item");
            }
            Map<String, Object> attribute = Trees.asObject(value, context + " " + name);
            Map<String, Object> below = JsonTree.objectOrNull(under.get(name));
            if (below == null) {
                under.put(name, attribute);
            } else {
                mergeOne(below, attribute);
            }
        });
    }

    private static void mergeOne(Map<String, Object> under, Map<String, Object> over) {
        over.forEach((name, value) -> {
            Object below = under.get(name);
            if (below == null) {
                under.put(name, value);
            } else if (name.equals(Trees.PROFILES)) {
                boolean none = value == JsonTree.NULL || below == JsonTree.NULL;
                under.put(name, none ? JsonTree.NULL : Trees.union(below, value));
            } else if (name.equals("requirement") && belongsToProfiles(over) && under.containsKey(Trees.PROFILES)) {
                under.put(name, stronger(below, value));
            } else {
                put(under, name, below, value);
            }
        });
    }

    private static void put(Map<String, Object> under, String name, Object below, Object value) {
        Map<String, Object> inside = JsonTree.objectOrNull(below);
        Map<String, Object> from = JsonTree.objectOrNull(value);
        if (inside != null && from != null) {
            Trees.deepMerge(inside, from);
        } else {
            under.put(name, value);
        }
    }

    private static boolean belongsToProfiles(Map<String, Object> attribute) {
        Object profiles = attribute.get(Trees.PROFILES);
        return profiles != null && profiles != JsonTree.NULL;
    }

    private static String stronger(@Nullable Object one, @Nullable Object other) {
        Requirement a = Requirement.ofWord(JsonTree.textOrNull(one));
        Requirement b = Requirement.ofWord(JsonTree.textOrNull(other));
        return (a.compareTo(b) >= 0 ? a : b).word();
    }
}
