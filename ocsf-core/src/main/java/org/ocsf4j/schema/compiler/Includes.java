package org.ocsf4j.schema.compiler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/**
 * Resolves {@code $include} of an item. First the one among its attributes: a path, or a list of which an earlier wins over a
 * later; only {@code attributes} of the file are taken, under the item's own, stamped with the profile's name where it is a
 * profile, and filled with its {@code annotations}. Then the one within an attribute: the whole file goes under it.
 */
final class Includes {

    private final MetaschemaFiles files;
    private final Path root;
    private final @Nullable Path extension;

    /** {@code extension} is looked into before {@code root}. */
    Includes(MetaschemaFiles files, Path root, @Nullable Path extension) {
        this.files = files;
        this.root = root;
        this.extension = extension;
    }

    void resolve(Map<String, Object> item, String context) {
        Map<String, Object> attributes = Trees.attributes(item);
        Object included = attributes.remove(Trees.INCLUDE);
        for (String path : paths(included, context)) {
            Map<String, Object> under = included(files.read(find(path, context)), context + " " + path);
            AttributeMerge.merge(under, Trees.attributes(item), context + " " + path);
            item.put(Trees.ATTRIBUTES, under);
        }
        Map<String, Object> all = Trees.attributes(item);
        for (String name : new ArrayList<>(all.keySet())) {
            Map<String, Object> attribute = Trees.asObject(all.get(name), context + " " + name);
            Object inside = attribute.remove(Trees.INCLUDE);
            for (String path : paths(inside, context + " " + name)) {
                Map<String, Object> under = Trees.copy(files.read(find(path, context)));
                Trees.deepMerge(under, attribute);
                all.put(name, under);
            }
        }
    }

    private static Map<String, Object> included(Map<String, Object> file, String context) {
        Map<String, Object> attributes = Trees.copy(Trees.object(file, Trees.ATTRIBUTES, context));
        boolean profile = "profile".equals(file.get("meta"));
        Map<String, Object> annotations = JsonTree.objectOrNull(file.get("annotations"));
        for (String name : attributes.keySet()) {
            Map<String, Object> attribute = Trees.asObject(attributes.get(name), context + " " + name);
            upgradeProfile(attribute);
            if (profile) {
                attribute.put(Trees.PROFILES, new ArrayList<>(List.of(Trees.text(file, "name", context))));
            }
            if (annotations != null) {
                annotations.forEach((key, value) -> attribute.putIfAbsent(key, JsonTree.copy(value)));
            }
        }
        return attributes;
    }

    /** {@code profile: "x"} becomes {@code profiles: ["x"]}; {@code profile: null} becomes {@code profiles: null}. */
    static void upgradeProfile(Map<String, Object> attribute) {
        Object profile = attribute.remove("profile");
        if (profile == JsonTree.NULL) {
            attribute.put(Trees.PROFILES, JsonTree.NULL);
        } else if (profile != null) {
            attribute.put(Trees.PROFILES, new ArrayList<>(List.of(profile)));
        }
    }

    private static List<String> paths(@Nullable Object included, String context) {
        if (included == null) {
            return List.of();
        }
        if (included instanceof String path) {
            return List.of(path);
        }
        List<String> paths = JsonTree.texts(included);
        if (paths.isEmpty()) {
            throw new SchemaCompilationException(
                    "[" + context + "] $include is neither a path nor a list of paths; " + included + "; write one");
        }
        return paths;
    }

    private Path find(String path, String context) {
        for (Path folder : extension == null ? List.of(root) : List.of(extension, root)) {
            Path file = folder.resolve(path).normalize();
            if (file.startsWith(root.normalize()) || (extension != null && file.startsWith(extension.normalize()))) {
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new SchemaCompilationException(
                "[" + context + "] $include names no file; " + path + "; write a path from the schema's folder");
    }
}
