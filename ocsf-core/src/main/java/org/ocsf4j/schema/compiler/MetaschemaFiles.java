package org.ocsf4j.schema.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/** The files of a metaschema folder: items keyed by the name inside, each file read once. Not thread-safe. */
final class MetaschemaFiles {

    /** A larger file is none of a metaschema. */
    private static final long MAX_BYTES = 64L << 20;

    private final Map<Path, Map<String, Object>> read = new HashMap<>();

    /** What the file holds; a copy, since items are changed and files are included. */
    Map<String, Object> read(Path file) {
        return Trees.copy(read.computeIfAbsent(file, MetaschemaFiles::parse));
    }

    private static Map<String, Object> parse(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new SchemaCompilationException(
                        "[" + file + "] there is no such file; is this a checkout of a metaschema?");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new SchemaCompilationException(
                        "[" + file + "] larger than " + MAX_BYTES + " bytes; no file of a metaschema is");
            }
            return JsonTree.parseObject(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SchemaCompilationException("[" + file + "] cannot be read; " + e.getMessage(), e);
        }
    }

    @Nullable
    Map<String, Object> readIfThere(Path file) {
        return Files.isRegularFile(file) ? read(file) : null;
    }

    /** The items of {@code folder/kind} and its folders, keyed by their names. */
    Map<String, Map<String, Object>> items(Path folder, String kind) {
        Map<String, Map<String, Object>> items = new LinkedHashMap<>();
        for (Path file : jsonFiles(folder.resolve(kind))) {
            Map<String, Object> item = read(file);
            String name = Trees.text(item, "name");
            if (name == null) {
                throw new SchemaCompilationException("[" + file + "] has no name; give it one");
            }
            add(items, name, item, file);
        }
        return items;
    }

    /** The same for an extension: what has no name, or the name of what it extends, is a patch of that. */
    void itemsAndPatches(
            Path folder,
            String kind,
            Map<String, Map<String, Object>> items,
            Map<String, Map<String, Object>> patches) {
        for (Path file : jsonFiles(folder.resolve(kind))) {
            Map<String, Object> item = read(file);
            String name = Trees.text(item, "name");
            String parent = Trees.text(item, "extends");
            if (name == null && parent == null) {
                throw new SchemaCompilationException("[" + file + "] has neither name nor extends; give it one");
            }
            if (parent != null && (name == null || name.equals(parent))) {
                add(patches, parent, item, file);
            } else if (name != null) {
                add(items, name, item, file);
            }
        }
    }

    private static void add(Map<String, Map<String, Object>> items, String name, Map<String, Object> item, Path file) {
        if (items.putIfAbsent(name, item) != null) {
            throw new SchemaCompilationException("[" + file + "] the name is taken; " + name + "; rename one of them");
        }
    }

    /** The folders below {@code folder} that hold an extension. */
    List<Path> extensionFolders(Path folder) {
        return jsonFiles(folder).stream()
                .filter(file -> file.endsWith("extension.json"))
                .map(Path::getParent)
                .toList();
    }

    private static List<Path> jsonFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
