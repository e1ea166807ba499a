package org.ocsf4j.schema.compiler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.json.JsonTree;

/**
 * Compiles a metaschema: a checkout of the OCSF schema, with the extensions in its {@code extensions} folder and those of
 * other folders. The stages are those of the OCSF schema compiler, in {@link #compile()}, read from top to bottom.
 *
 * <p>Not thread-safe; for one use.
 */
public final class MetaschemaCompiler {

    private static final String DATETIME = "datetime";

    private final Path root;
    private final List<Path> extensionFolders;
    private final MetaschemaFiles files = new MetaschemaFiles();
    private final List<String> warnings = new ArrayList<>();
    private final ObservableTypes observables = new ObservableTypes();

    private MetaschemaCompiler(Path root, List<Path> extensionFolders) {
        this.root = root;
        this.extensionFolders = List.copyOf(extensionFolders);
    }

    /**
     * Compiles the metaschema in a folder.
     *
     * @throws SchemaCompilationException where it is not what the metaschema prescribes
     */
    public static CompiledMetaschema compile(Path folder) {
        return compile(folder, List.of());
    }

    /**
     * Compiles the metaschema in a folder with the extensions of other folders, each of which holds one or more.
     *
     * @throws SchemaCompilationException where one of them is not what the metaschema prescribes
     */
    public static CompiledMetaschema compile(Path folder, List<Path> extensionFolders) {
        return new MetaschemaCompiler(folder.toAbsolutePath().normalize(), extensionFolders).compile();
    }

    private CompiledMetaschema compile() {
        String version = Trees.text(files.read(root.resolve("version.json")), "version", "0.0.0-undefined");
        Map<String, Object> categories = files.read(root.resolve("categories.json"));
        Map<String, Object> categoryList = Trees.object(categories, Trees.ATTRIBUTES, "categories");
        Map<String, Object> dictionaryTree = files.read(root.resolve("dictionary.json"));
        Map<String, Map<String, Object>> classes = files.items(root, "events");
        Map<String, Map<String, Object>> objects = files.items(root, "objects");
        Map<String, Map<String, Object>> profiles = files.items(root, "profiles");
        Dictionary dictionary = new Dictionary(dictionaryTree, objects);

        Includes includes = new Includes(files, root, null);
        prepare(classes.values(), includes);
        prepare(objects.values(), includes);

        List<Extension> extensions = extensions(version);
        for (Extension extension : extensions) {
            prepare(extension.items(), new Includes(files, root, extension.folder));
            extension.markAndScope();
            extension.categories.forEach((name, c) -> categoryList.put(Trees.scoped(extension.name, name), c));
            merge(classes, extension.classes, extension);
            merge(objects, extension.objects, extension);
            merge(profiles, extension.profiles, extension);
            dictionary.merge(extension, warnings);
        }
        dictionary.nameObjects();

        inherit(classes, extensions, "Class");
        classes.entrySet().removeIf(e -> isHiddenClass(e.getKey(), e.getValue()));
        ClassUids uids = new ClassUids(categoryList, dictionary);
        classes.forEach(uids::assign);
        inherit(objects, extensions, "Object");
        objects.keySet().removeIf(name -> Trees.unscoped(name).startsWith("_"));

        dictionary.nameTypes();
        observables.dictionary(dictionary.types(), "Dictionary Type");
        observables.dictionary(dictionary.attributes(), "Dictionary Attribute");
        boolean datetime = profiles.containsKey(DATETIME)
                && dictionary.types().containsKey("datetime_t")
                && dictionary.types().containsKey("timestamp_t");
        if (datetime) {
            dictionary.addDatetimeTwins();
        }
        observables.addTo(objects.get("observable"));

        consolidateProfiles(objects, objects, dictionary, profiles.keySet());
        objects.forEach((name, item) -> addDatetimeTwins(name, item, dictionary, datetime));
        consolidateProfiles(classes, objects, dictionary, profiles.keySet());
        classes.forEach((name, item) -> addDatetimeTwins(name, item, dictionary, datetime));

        finish(classes, dictionary);
        finish(objects, dictionary);
        profiles.values().forEach(profile -> profile.remove(Trees.ATTRIBUTES));
        return output(version, categories, dictionaryTree, classes, objects, profiles, extensions);
    }

    private List<Extension> extensions(String version) {
        List<Extension> found = new ArrayList<>();
        if (version.equals("1.0.0-rc.2")) {
            warnings.add("the extensions of 1.0.0-rc.2 collide with its own dictionary and are left out");
        } else {
            files.extensionFolders(root.resolve("extensions")).forEach(f -> found.add(new Extension(files, f, true)));
        }
        for (Path folder : extensionFolders) {
            if (!Files.isDirectory(folder)) {
                throw new SchemaCompilationException("[" + folder + "] there is no such folder; check the path");
            }
            files.extensionFolders(folder.toAbsolutePath().normalize())
                    .forEach(f -> found.add(new Extension(files, f, false)));
        }
        found.sort(Comparator.comparing((Extension e) -> !e.platform).thenComparing(e -> e.uid));
        Set<Long> uids = new HashSet<>();
        for (Extension extension : found) {
            if (!uids.add(extension.uid)) {
                throw new SchemaCompilationException(
                        "[extension " + extension.name + "] the uid is taken; " + extension.uid + "; give it another");
            }
        }
        return found;
    }

    /** The forms that items may have become one, and their includes are resolved. */
    private static void prepare(Iterable<Map<String, Object>> items, Includes includes) {
        for (Map<String, Object> item : items) {
            String context = Trees.text(item, "name", Trees.text(item, "extends", "item"));
            Trees.attributes(item).forEach((name, value) -> {
                if (!name.equals(Trees.INCLUDE)) {
                    Includes.upgradeProfile(Trees.asObject(value, context + " " + name));
                }
            });
            includes.resolve(item, context);
        }
    }

    private void merge(
            Map<String, Map<String, Object>> all, Map<String, Map<String, Object>> own, Extension extension) {
        own.forEach((name, item) -> {
            if (all.containsKey(name)) {
                warnings.add("extension " + extension.name + " defines what the schema has; " + name);
            }
            all.put(Trees.scoped(extension.name, name), item);
        });
    }

    /** Observables are gathered, patches laid over their bases, children over their parents, in this order. */
    private void inherit(Map<String, Map<String, Object>> items, List<Extension> extensions, String kind) {
        boolean classes = kind.equals("Class");
        Inheritance inheritance = new Inheritance(items);
        observables.items(items, kind);
        for (Extension extension : extensions) {
            (classes ? extension.classPatches : extension.objectPatches)
                    .forEach((base, patch) -> observables.patch(items, base, patch, kind));
        }
        for (Extension extension : extensions) {
            (classes ? extension.classPatches : extension.objectPatches)
                    .forEach((base, patch) -> inheritance.patch(base, patch, extension.name));
        }
        inheritance.resolve();
    }

    private static boolean isHiddenClass(String name, Map<String, Object> c) {
        return !name.equals("base_event") && !c.containsKey("uid");
    }

    /** An item's profiles become its own and those of every object that it reaches. */
    private static void consolidateProfiles(
            Map<String, Map<String, Object>> items,
            Map<String, Map<String, Object>> objects,
            Dictionary dictionary,
            Set<String> known) {
        items.forEach((name, item) -> {
            Set<String> profiles = new TreeSet<>();
            gather(name, item, objects, dictionary, profiles, new HashSet<>());
            if (!known.containsAll(profiles)) {
                profiles.removeAll(known);
                throw new SchemaCompilationException(
                        "[" + name + "] has profiles that are not there; " + profiles + "; define them in profiles");
            }
            if (!profiles.isEmpty()) {
                item.put(Trees.PROFILES, new ArrayList<Object>(profiles));
            }
        });
    }

    private static void gather(
            String name,
            @Nullable Map<String, Object> item,
            Map<String, Map<String, Object>> objects,
            Dictionary dictionary,
            Set<String> profiles,
            Set<Object> seen) {
        if (item == null) {
            throw new SchemaCompilationException("[object " + name + "] is used and not there; define it");
        }
        profiles.addAll(JsonTree.texts(item.get(Trees.PROFILES)));
        Trees.attributes(item).forEach((attribute, value) -> {
            String object = dictionary.objectType(name, attribute, Trees.asObject(value, name + "." + attribute));
            if (object != null && seen.add(object)) {
                gather(object, objects.get(object), objects, dictionary, profiles, seen);
            }
        });
    }

    private static void addDatetimeTwins(
            String name, Map<String, Object> item, Dictionary dictionary, boolean datetime) {
        if (!datetime) {
            return;
        }
        Map<String, Object> attributes = Trees.attributes(item);
        Map<String, Object> twins = new LinkedHashMap<>();
        attributes.forEach((attribute, value) -> {
            Map<String, Object> tree = Trees.asObject(value, name + "." + attribute);
            String own = Trees.text(tree, "type");
            Object type = own == null ? dictionary.entry(name, attribute, tree).get("type") : own;
            if ("timestamp_t".equals(type)) {
                Map<String, Object> twin = Trees.copy(tree);
                twin.remove("type");
                twin.put(Trees.PROFILES, new ArrayList<Object>(List.of(DATETIME)));
                twin.put("requirement", "optional");
                twins.put(attribute + "_dt", twin);
            }
        });
        if (!twins.isEmpty()) {
            attributes.putAll(twins);
            item.put(Trees.PROFILES, Trees.union(item.get(Trees.PROFILES), List.of(DATETIME)));
        }
    }

    private void finish(Map<String, Map<String, Object>> items, Dictionary dictionary) {
        items.forEach((name, item) -> {
            Map<String, Object> finished = new LinkedHashMap<>();
            Trees.attributes(item).forEach((attribute, value) -> {
                Map<String, Object> tree = Trees.asObject(value, name + "." + attribute);
                if (JsonTree.textOrNull(tree.get("requirement")) == null) {
                    warnings.add(name + "." + attribute + " has no requirement and is taken for optional");
                    tree.put("requirement", "optional");
                }
                finished.put(attribute, dictionary.finish(name, attribute, tree));
            });
            item.put(Trees.ATTRIBUTES, finished);
        });
    }

    private CompiledMetaschema output(
            String version,
            Map<String, Object> categories,
            Map<String, Object> dictionary,
            Map<String, Map<String, Object>> classes,
            Map<String, Map<String, Object>> objects,
            Map<String, Map<String, Object>> profiles,
            List<Extension> extensions) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("categories", categories);
        tree.put("dictionary", dictionary);
        tree.put("classes", classes);
        tree.put("objects", objects);
        tree.put("profiles", profiles);
        Map<String, Object> described = new LinkedHashMap<>();
        for (Extension extension : extensions) {
            Map<String, Object> info = new LinkedHashMap<>();
            info.put("uid", extension.uid);
            info.put("name", extension.name);
            info.put("platform_extension?", extension.platform);
            info.put("caption", extension.info.getOrDefault("caption", JsonTree.NULL));
            info.put("description", extension.info.getOrDefault("description", JsonTree.NULL));
            info.put("version", Trees.text(extension.info, "version", version));
            described.put(extension.name, info);
        }
        tree.put("extensions", described);
        tree.put("version", version);
        tree.put("compile_version", 1L);
        OcsfSchema schema = CompiledSchemaReader.read(tree);
        return new CompiledMetaschema(schema, tree, warnings);
    }
}
