package org.ocsf4j.schema.compiler;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaCategory;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaExtension;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.SchemaType;
import org.ocsf4j.schema.json.JsonTree;

/**
 * Writes a schema back as a metaschema folder that compiles to it: children say only what differs from their parents, what
 * several children of a hidden parent share stands there, attributes of profiles and enums are included, and what an
 * extension adds to an item of the schema is a patch.
 */
final class MetaschemaFolder {

    private final Path folder;
    private final OcsfSchema schema;
    private final AttributeTrees trees;
    private final Map<String, List<SchemaAttribute>> profiles = new TreeMap<>();

    private MetaschemaFolder(Path folder, OcsfSchema schema) {
        this.folder = folder;
        this.schema = schema;
        this.trees = new AttributeTrees(schema);
    }

    static void write(OcsfSchema schema, Path folder) throws IOException {
        new MetaschemaFolder(folder, schema).write();
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("version.json"), "{\"version\": \"0\", \"version\": \"" + schema.version() + "\"}");
        Map<String, Object> categories = new LinkedHashMap<>();
        for (SchemaCategory c : schema.categories()) {
            categories.put(c.name(), tree("uid", (long) c.uid(), "caption", c.caption()));
        }
        json("categories.json", tree("attributes", categories));
        json("dictionary.json", tree("attributes", dictionary(null), "types", tree("attributes", types())));
        for (SchemaExtension e : schema.extensions()) {
            String path = "extensions/" + e.name() + "/";
            json(path + "extension.json", tree("name", e.name(), "uid", (long) e.uid(), "caption", e.caption()));
            json(path + "dictionary.json", tree("attributes", dictionary(e.name())));
        }
        gatherProfiles();
        for (String name : schema.profiles()) {
            profile(name);
        }
        items(new ArrayList<>(schema.classes()), "events");
        items(new ArrayList<>(schema.objects()), "objects");
        for (Map.Entry<String, Map<String, Object>> file : trees.enumFiles().entrySet()) {
            json(file.getKey(), tree("enum", file.getValue()));
        }
    }

    private Map<String, Object> dictionary(@Nullable String extension) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (SchemaAttribute a : schema.dictionary().values()) {
            if (Objects.equals(a.extension(), extension) && !trees.isTwin(a, schema.dictionary())) {
                attributes.put(a.name(), trees.entry(a));
            }
        }
        return attributes;
    }

    private Map<String, Object> types() {
        Map<String, Object> types = new LinkedHashMap<>();
        for (SchemaType t : schema.types().values()) {
            Integer observable = t.observable();
            Map<String, Object> type =
                    tree("caption", observable == null ? t.name() : trees.observableCaption(observable));
            AttributeTrees.put(type, "type", t.base());
            AttributeTrees.put(type, "max_len", t.maxLength());
            AttributeTrees.put(type, "regex", t.regex());
            AttributeTrees.put(type, "observable", observable);
            Long min = t.min();
            Long max = t.max();
            if (min != null && max != null) {
                type.put("range", new ArrayList<Object>(List.of(min, max)));
            }
            if (!t.values().isEmpty()) {
                type.put("values", new ArrayList<Object>(t.values()));
            }
            types.put(t.name(), type);
        }
        return types;
    }

    /** A profile's attributes are those that the first item with any has of it. */
    private void gatherProfiles() {
        List<SchemaItem> all = new ArrayList<>(schema.classes());
        all.addAll(schema.objects());
        for (SchemaItem item : all) {
            Map<String, List<SchemaAttribute>> own = new TreeMap<>();
            for (SchemaAttribute a : item.attributes().values()) {
                if (a.profiles().size() == 1 && !trees.isTwin(a, item.attributes()) && !trees.isGenerated(a)) {
                    own.computeIfAbsent(a.profiles().get(0), name -> new ArrayList<>())
                            .add(a);
                }
            }
            own.forEach(profiles::putIfAbsent);
        }
    }

    private void profile(String name) throws IOException {
        int slash = name.indexOf('/');
        String local = name.substring(slash + 1);
        String path = slash < 0 ? "" : "extensions/" + name.substring(0, slash) + "/";
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (SchemaAttribute a : slash < 0 ? profiles.getOrDefault(name, List.of()) : List.<SchemaAttribute>of()) {
            Map<String, Object> tree = trees.overEntry(a, null);
            tree.remove("profile"); // the include stamps it
            attributes.put(a.name(), tree);
        }
        json(path + "profiles/" + local + ".json", tree("name", local, "meta", "profile", "attributes", attributes));
    }

    private void items(List<SchemaItem> items, String kind) throws IOException {
        Map<String, SchemaItem> byName = new LinkedHashMap<>();
        items.forEach(item -> byName.put(item.name(), item));
        HiddenParents hidden = new HiddenParents(schema, trees, byName);
        for (SchemaItem item : hidden.all()) {
            write(item, kind, hidden.parentOf(item), hidden);
        }
    }

    private void write(SchemaItem item, String kind, @Nullable SchemaItem parent, HiddenParents hidden)
            throws IOException {
        Map<String, Object> tree = tree("name", item.name(), "caption", hidden.captionOf(item));
        AttributeTrees.put(tree, "extends", parent == null ? null : parent.name());
        if (item instanceof SchemaClass c) {
            tree.put("category", c.identity().categoryName());
            if (!hidden.isHidden(item) && !c.name().equals(SchemaClass.BASE_EVENT)) {
                tree.put("uid", (long) c.uid() % 1000);
            }
            SchemaClass above = parent instanceof SchemaClass p ? p : null;
            maps(tree, "observables", c.observables(), above == null ? Map.of() : above.observables());
            maps(tree, "associations", c.associations(), above == null ? Map.of() : above.associations());
        } else if (item instanceof SchemaObject o) {
            Integer above = parent instanceof SchemaObject p ? p.observable() : null;
            AttributeTrees.putChange(tree, "observable", o.observable(), above);
        }
        AttributeTrees.deprecation(tree, item.deprecatedSince(), parent == null ? null : parent.deprecatedSince());
        if (parent == null
                ? !item.constraints().isEmpty()
                : !parent.constraints().equals(item.constraints())) {
            Map<String, Object> constraints = new LinkedHashMap<>();
            if (!item.constraints().atLeastOne().isEmpty()) {
                constraints.put(
                        "at_least_one", new ArrayList<Object>(item.constraints().atLeastOne()));
            }
            if (!item.constraints().justOne().isEmpty()) {
                constraints.put(
                        "just_one", new ArrayList<Object>(item.constraints().justOne()));
            }
            tree.put("constraints", constraints);
        }
        Parts parts = new Parts();
        for (SchemaAttribute a : item.attributes().values()) {
            SchemaAttribute above = parent == null ? null : parent.attribute(a.name());
            if (trees.isTwin(a, item.attributes()) || (above != null && trees.isSame(above, a))) {
                continue;
            }
            trees.extensionsOf(a, item).forEach(extension -> parts.of(extension).put(a.name(), a));
        }
        Map<String, SchemaAttribute> own = parts.of(String.valueOf(item.extension()));
        boolean object = item instanceof SchemaObject;
        Map<String, Object> attributes = new LinkedHashMap<>();
        List<Object> includes = new ArrayList<>();
        for (String profile : schema.profiles()) {
            List<SchemaAttribute> of = profiles.getOrDefault(profile, List.of());
            if (profile.indexOf('/') < 0 && !of.isEmpty() && own.values().containsAll(of)) {
                includes.add("profiles/" + profile + ".json");
                of.forEach(a -> own.remove(a.name()));
            }
        }
        if (!includes.isEmpty()) {
            attributes.put(Trees.INCLUDE, includes.size() == 1 ? includes.get(0) : includes);
        }
        own.forEach((name, a) -> attributes.put(name, trees.attribute(a, parent, object, item.extension())));
        tree.put("attributes", attributes);
        List<Object> ownProfiles = new ArrayList<>();
        for (String profile : item.profiles()) {
            if (profile.indexOf('/') < 0 && !profile.equals("datetime")) {
                ownProfiles.add(profile);
            }
        }
        if (!ownProfiles.isEmpty()) {
            tree.put("profiles", ownProfiles);
        }
        String extension = item.extension();
        json((extension == null ? "" : "extensions/" + extension + "/") + kind + "/" + item.name() + ".json", tree);
        for (Map.Entry<String, Map<String, SchemaAttribute>> patch : parts.byExtension.entrySet()) {
            if (!patch.getKey().equals(String.valueOf(extension))
                    && !patch.getValue().isEmpty()) {
                patch(item, kind, parent, patch.getKey(), patch.getValue());
            }
        }
    }

    private void patch(
            SchemaItem item,
            String kind,
            @Nullable SchemaItem parent,
            String extension,
            Map<String, SchemaAttribute> added)
            throws IOException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        List<Object> profilesOfPatch = new ArrayList<>();
        added.forEach((name, a) -> {
            attributes.put(name, trees.attribute(a, parent, false, extension));
            for (String profile : a.profiles()) {
                String local = profile.substring(profile.indexOf('/') + 1);
                if (profile.startsWith(extension + "/") && !profilesOfPatch.contains(local)) {
                    profilesOfPatch.add(local);
                }
            }
        });
        Map<String, Object> tree = tree("extends", item.name(), "attributes", attributes);
        if (!profilesOfPatch.isEmpty()) {
            tree.put("profiles", profilesOfPatch);
        }
        json("extensions/" + extension + "/" + kind + "/patch_" + item.name() + ".json", tree);
    }

    /** The attributes that an item says itself, by the extension that adds them; the text {@code null} for none. */
    private static final class Parts {

        private final Map<String, Map<String, SchemaAttribute>> byExtension = new TreeMap<>();

        Map<String, SchemaAttribute> of(String extension) {
            return byExtension.computeIfAbsent(extension, e -> new LinkedHashMap<>());
        }
    }

    private static void maps(Map<String, Object> tree, String name, Map<String, ?> own, Map<String, ?> above) {
        if (!own.equals(above)) {
            Map<String, Object> copy = new LinkedHashMap<>();
            own.forEach((path, value) -> copy.put(
                    path, value instanceof Integer id ? (Object) id.longValue() : new ArrayList<>((List<?>) value)));
            tree.put(name, copy);
        }
    }

    private static Map<String, Object> tree(Object... namesAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }

    private void json(String path, Map<String, Object> tree) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (OutputStream out = Files.newOutputStream(file)) {
            JsonTree.write(tree, out, false);
        }
    }
}
