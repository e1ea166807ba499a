package org.ocsf4j.schema.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.ObservableType;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.json.JsonTree;

/** Attributes as a metaschema spells them: what differs from what they are laid over. */
final class AttributeTrees {

    private static final Set<String> GENERATED_ENUMS = Set.of("class_uid", "category_uid", "type_uid");

    private final OcsfSchema schema;
    private final Map<String, Map<String, Object>> enumFiles = new TreeMap<>();

    AttributeTrees(OcsfSchema schema) {
        this.schema = schema;
    }

    /** The files with enums that attributes include, by path. */
    Map<String, Map<String, Object>> enumFiles() {
        return enumFiles;
    }

    String observableCaption(int typeId) {
        ObservableType observable = schema.observables().get(typeId);
        return observable == null ? "" : observable.caption();
    }

    /** Whether the compiler makes it of the timestamp beside it. */
    boolean isTwin(SchemaAttribute a, Map<String, SchemaAttribute> beside) {
        if (!a.name().endsWith("_dt") || !a.type().equals("datetime_t")) {
            return false;
        }
        SchemaAttribute timestamp = beside.get(a.name().substring(0, a.name().length() - 3));
        return timestamp != null && timestamp.type().equals("timestamp_t");
    }

    boolean isGenerated(SchemaAttribute a) {
        return GENERATED_ENUMS.contains(a.name());
    }

    /** Whether a child that says nothing of the attribute has it so. */
    boolean isSame(SchemaAttribute above, SchemaAttribute a) {
        return isGenerated(a)
                ? above.requirement() == a.requirement() && above.profiles().equals(a.profiles())
                : above.equals(a);
    }

    /** The extensions that give the attribute to the item: of the item, of the dictionary's entry, of each profile. */
    Set<String> extensionsOf(SchemaAttribute a, SchemaItem item) {
        Set<String> extensions = new TreeSet<>();
        for (String profile : a.profiles()) {
            if (profile.indexOf('/') >= 0) {
                extensions.add(profile.substring(0, profile.indexOf('/')));
            }
        }
        if (a.extension() != null) {
            extensions.add(a.extension());
        }
        if (extensions.isEmpty()) {
            extensions.add(String.valueOf(item.extension()));
        }
        return extensions;
    }

    /** The dictionary's entry. */
    Map<String, Object> entry(SchemaAttribute a) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("caption", a.caption());
        tree.put("type", a.type());
        if (a.isArray()) {
            tree.put("is_array", true);
        }
        put(tree, "sibling", a.sibling());
        put(tree, "observable", a.observable());
        deprecation(tree, a.deprecatedSince(), null);
        Map<String, Object> values = isGenerated(a) ? Map.of() : values(a.enumeration(), null);
        if (!values.isEmpty()) {
            tree.put("enum", values);
        }
        return tree;
    }

    /** As an item says it, over its parent's or over the dictionary's. */
    Map<String, Object> attribute(
            SchemaAttribute a, @Nullable SchemaItem parent, boolean includeEnums, @Nullable String extension) {
        SchemaAttribute above = parent == null ? null : parent.attribute(a.name());
        Map<String, Object> tree = above == null ? overEntry(a, extension) : over(a, above);
        Map<String, Object> values = JsonTree.objectOrNull(tree.get("enum"));
        if (includeEnums && values != null && extension == null) {
            tree.remove("enum");
            tree.put(Trees.INCLUDE, enumFile(a.name(), values));
        }
        return tree;
    }

    private String enumFile(String name, Map<String, Object> values) {
        for (int i = 0; ; i++) {
            String path = "enums/" + name + (i == 0 ? "" : "_" + i) + ".json";
            if (Objects.requireNonNull(enumFiles.computeIfAbsent(path, p -> values))
                    .equals(values)) {
                return path;
            }
        }
    }

    /** Over the dictionary's entry, which has neither requirement nor profiles. */
    Map<String, Object> overEntry(SchemaAttribute a, @Nullable String extension) {
        SchemaAttribute entry = Objects.requireNonNull(schema.dictionary().get(a.name()), a.name());
        Map<String, Object> tree = changes(a, entry);
        if (a.name().equals("activity_id")) {
            tree.put("enum", values(a.enumeration(), null)); // classes say all their activities
        }
        tree.put("requirement", a.requirement().word());
        List<Object> profiles = new ArrayList<>();
        for (String profile : a.profiles()) {
            if (profile.indexOf('/') < 0) {
                profiles.add(profile);
            } else if (profile.startsWith(extension + "/")) {
                profiles.add(profile.substring(profile.indexOf('/') + 1)); // that of another comes with its patch
            }
        }
        if (profiles.size() == 1) {
            tree.put("profile", profiles.get(0));
        } else if (!profiles.isEmpty()) {
            tree.put("profiles", profiles);
        }
        return tree;
    }

    private Map<String, Object> over(SchemaAttribute a, SchemaAttribute above) {
        Map<String, Object> tree = changes(a, above);
        if (a.requirement() != above.requirement()) {
            tree.put("requirement", a.requirement().word());
        }
        if (!a.profiles().equals(above.profiles())) {
            if (a.profiles().isEmpty()) {
                tree.put("profile", JsonTree.NULL);
            } else {
                tree.put("profiles", new ArrayList<Object>(a.profiles()));
            }
        }
        return tree;
    }

    private Map<String, Object> changes(SchemaAttribute a, SchemaAttribute above) {
        Map<String, Object> tree = new LinkedHashMap<>();
        putChange(tree, "caption", a.caption(), above.caption());
        putChange(tree, "type", a.type(), above.type());
        putChange(tree, "sibling", a.sibling(), above.sibling());
        putChange(tree, "observable", a.observable(), above.observable());
        deprecation(tree, a.deprecatedSince(), above.deprecatedSince());
        if (a.isArray() != above.isArray()) {
            tree.put("is_array", a.isArray());
        }
        Map<String, Object> values = isGenerated(a) ? Map.of() : values(a.enumeration(), above.enumeration());
        if (!values.isEmpty()) {
            tree.put("enum", values);
        }
        return tree;
    }

    /** What one enum has and the other has not, or has otherwise. The compiler adds the kinds of observables itself. */
    private Map<String, Object> values(@Nullable AttributeEnum values, @Nullable AttributeEnum above) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (EnumValue value : values == null ? List.<EnumValue>of() : values.values()) {
            EnumValue under = above == null ? null : above.byId(value.id());
            boolean observable = value.id().matches("\\d{1,9}")
                    && value.caption().equals(observableCaption(Integer.parseInt(value.id())));
            if (!value.equals(under) && !observable) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("caption", value.caption());
                deprecation(entry, value.deprecated() ? "1.0.0" : null, null);
                tree.put(value.id(), entry);
            }
        }
        return tree;
    }

    static void deprecation(Map<String, Object> tree, @Nullable String since, @Nullable String above) {
        if (!Objects.equals(since, above)) {
            Map<String, Object> deprecation = new LinkedHashMap<>();
            put(deprecation, "since", since);
            deprecation.put("message", "");
            tree.put("@deprecated", since == null ? JsonTree.NULL : deprecation);
        }
    }

    static void putChange(Map<String, Object> tree, String name, @Nullable Object value, @Nullable Object above) {
        if (!Objects.equals(value, above)) {
            put(tree, name, value == null ? JsonTree.NULL : value);
        }
    }

    static void put(Map<String, Object> tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.put(name, value instanceof Integer number ? (Object) number.longValue() : value);
        }
    }
}
