package org.ocsf4j.schema.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocsf4j.schema.json.JsonTree;

/** One extension's folder, read and made ready for being merged: what it defines is marked, its own names are scoped. */
final class Extension {

    final Path folder;
    final String name;
    final long uid;
    final boolean platform;
    final Map<String, Object> info;
    final Map<String, Object> categories;
    final Map<String, Object> dictionary;
    final Map<String, Map<String, Object>> classes = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> classPatches = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> objectPatches = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> profiles;

    /** {@code platform}: one of the schema's own folder; its types are not scoped. */
    Extension(MetaschemaFiles files, Path folder, boolean platform) {
        this.folder = folder;
        this.platform = platform;
        this.info = files.read(folder.resolve("extension.json"));
        String stated = Trees.text(info, "name");
        if (stated == null || !(info.get("uid") instanceof Long number)) {
            throw new SchemaCompilationException("[" + folder.resolve("extension.json")
                    + "] lacks a name or a number as uid; " + info + "; write both");
        }
        this.name = stated;
        this.uid = number;
        Map<String, Object> ownCategories = files.readIfThere(folder.resolve("categories.json"));
        Map<String, Object> ownDictionary = files.readIfThere(folder.resolve("dictionary.json"));
        this.categories =
                Trees.object(ownCategories == null ? new LinkedHashMap<>() : ownCategories, Trees.ATTRIBUTES, name);
        this.dictionary = ownDictionary == null ? new LinkedHashMap<>() : ownDictionary;
        files.itemsAndPatches(folder, "events", classes, classPatches);
        files.itemsAndPatches(folder, "objects", objects, objectPatches);
        this.profiles = files.items(folder, "profiles");
    }

    Map<String, Object> dictionaryAttributes() {
        return Trees.object(dictionary, Trees.ATTRIBUTES, name + " dictionary");
    }

    Map<String, Object> types() {
        return Trees.object(
                Trees.object(dictionary, "types", name + " dictionary"), Trees.ATTRIBUTES, name + " dictionary types");
    }

    List<Map<String, Object>> items() {
        List<Map<String, Object>> all = new ArrayList<>(classes.values());
        all.addAll(classPatches.values());
        all.addAll(objects.values());
        all.addAll(objectPatches.values());
        return all;
    }

    /** Marks and scopes; includes have to be resolved before. */
    void markAndScope() {
        categories.forEach((category, value) -> {
            Map<String, Object> tree = Trees.asObject(value, category);
            tree.put("uid", uid * 100 + Trees.number(tree, "uid"));
            mark(tree);
        });
        for (Map<String, Object> item : items()) {
            mark(item);
            markAttributes(item);
            scopeTypes(Trees.attributes(item));
            scopeProfiles(item);
        }
        for (Map<String, Object> profile : profiles.values()) {
            mark(profile);
            markAttributes(profile);
        }
        for (Map<String, Object> c : classes.values()) {
            String category = Trees.text(c, "category");
            if (category != null && categories.containsKey(category)) {
                c.put("category", Trees.scoped(name, category));
            }
        }
        dictionaryAttributes().values().forEach(a -> mark(Trees.asObject(a, name)));
        types().values().forEach(t -> mark(Trees.asObject(t, name)));
        scopeTypes(dictionaryAttributes());
    }

    private void mark(Map<String, Object> tree) {
        tree.put(Trees.EXTENSION, name);
        tree.put("extension_id", uid);
    }

    /** Attributes of this extension's dictionary are marked, wherever they stand. */
    private void markAttributes(Map<String, Object> item) {
        Set<String> own = dictionaryAttributes().keySet();
        Trees.attributes(item).forEach((attribute, value) -> {
            if (own.contains(attribute)) {
                mark(Trees.asObject(value, attribute));
            }
        });
    }

    private void scopeTypes(Map<String, Object> attributes) {
        attributes.forEach((attribute, value) -> {
            Map<String, Object> tree = Trees.asObject(value, attribute);
            String type = Trees.text(tree, "type");
            if (type != null && (objects.containsKey(type) || (!platform && types().containsKey(type)))) {
                tree.put("type", Trees.scoped(name, type));
            }
        });
    }

    private void scopeProfiles(Map<String, Object> item) {
        scopeProfilesOf(item);
        Trees.attributes(item).forEach((attribute, value) -> scopeProfilesOf(Trees.asObject(value, attribute)));
    }

    private void scopeProfilesOf(Map<String, Object> tree) {
        List<Object> listed = JsonTree.arrayOrNull(tree.get(Trees.PROFILES));
        if (listed != null) {
            List<Object> scoped = new ArrayList<>();
            for (Object profile : listed) {
                boolean own = profiles.containsKey(profile.toString());
                scoped.add(own ? Trees.scoped(name, profile.toString()) : profile);
            }
            tree.put(Trees.PROFILES, scoped);
        }
    }
}
