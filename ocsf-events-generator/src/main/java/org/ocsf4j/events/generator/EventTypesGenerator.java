package org.ocsf4j.events.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;

/**
 * Writes the Java sources of the records: {@code EventTypesGenerator OUT [VERSION]}, where OUT is a source folder that holds
 * nothing else. The default version is the newest that is no development version. Files that are already right are not touched.
 */
public final class EventTypesGenerator {

    static final String PACKAGE = "org.ocsf4j.events";

    private final OcsfSchema schema;
    private final EnumPlan enums;
    private final RecordSource records;

    private EventTypesGenerator(OcsfSchema schema) {
        this.schema = schema;
        this.enums = new EnumPlan(schema);
        this.records = new RecordSource(schema, enums, new FirstVersions(schema.version()));
    }

    public static void main(String[] args) throws IOException {
        String version = args.length > 1 ? args[1] : newestStable();
        Path folder = Path.of(args[0]).resolve(PACKAGE.replace('.', '/'));
        write(new EventTypesGenerator(OcsfSchema.version(version)).sources(), folder);
    }

    private static String newestStable() {
        return OcsfSchema.bundledVersions().stream()
                .filter(version -> version.matches("\\d+\\.\\d+\\.\\d+"))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    /** The sources by type name. */
    static Map<String, String> sources(OcsfSchema schema) {
        return new EventTypesGenerator(schema).sources();
    }

    private Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        for (SchemaItem item : items(schema)) {
            add(sources, JavaNames.type(item.name()), records.of(item));
        }
        enums.shared().forEach((name, type) -> add(sources, name, EnumSource.topLevel(name, type)));
        add(sources, "Catalog", CatalogSource.of(schema, enums));
        return sources;
    }

    private static void add(Map<String, String> sources, String name, String source) {
        if (sources.put(name, source) != null) {
            throw new IllegalStateException(
                    "[generator] two types have one name; " + name + "; rename one in JavaNames");
        }
    }

    /** What becomes a record: every class, and every object with attributes. */
    static List<SchemaItem> items(OcsfSchema schema) {
        Stream<SchemaClass> classes = schema.classes().stream();
        Stream<SchemaObject> objects = schema.objects().stream().filter(object -> !object.isFreeForm());
        return Stream.<SchemaItem>concat(classes, objects)
                .sorted(Comparator.comparing(SchemaItem::name))
                .toList();
    }

    private static void write(Map<String, String> sources, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!sources.containsKey(file.getFileName().toString().replace(".java", ""))) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            byte[] text = source.getValue().getBytes(StandardCharsets.UTF_8);
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), text)) {
                Files.write(file, text);
            }
        }
    }
}
