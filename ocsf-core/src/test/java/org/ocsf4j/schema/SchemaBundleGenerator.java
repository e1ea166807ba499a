package org.ocsf4j.schema;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.ocsf4j.schema.compiler.OcsfSchemas;
import org.ocsf4j.schema.json.JsonTree;

/**
 * Rebuilds the bundled schemas: {@code SchemaBundleGenerator OUT SCHEMA...}, oldest version first, each SCHEMA a version that is
 * bundled already, or a file with a compiled schema in JSON or with facts of format 1, plain or gzipped. See {@code docs/adr/0007-schema-resource.md}.
 */
final class SchemaBundleGenerator {

    private SchemaBundleGenerator() {}

    public static void main(String[] args) throws IOException {
        List<OcsfSchema> schemas = new ArrayList<>();
        for (String file : List.of(args).subList(1, args.length)) {
            OcsfSchema bundled = OcsfSchema.find(file);
            schemas.add(bundled == null ? read(Path.of(file)) : bundled);
        }
        write(schemas, Path.of(args[0]));
    }

    static void write(List<OcsfSchema> schemas, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Integer> uses = new HashMap<>();
        for (OcsfSchema schema : schemas) {
            new SchemaWriter(string -> {
                        uses.merge(string, 1, Integer::sum);
                        return 0;
                    })
                    .write(schema);
        }
        List<String> strings = new ArrayList<>(uses.keySet());
        strings.sort(
                Comparator.comparing((String s) -> -uses.getOrDefault(s, 0)).thenComparing(s -> s));
        Map<String, Integer> ids = new LinkedHashMap<>();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        SchemaWriter.Varint.write(table, strings.size());
        for (String string : strings) {
            ids.put(string, ids.size());
            byte[] utf8 = string.getBytes(StandardCharsets.UTF_8);
            SchemaWriter.Varint.write(table, utf8.length);
            table.writeBytes(utf8);
        }
        Files.write(folder.resolve("strings.bin"), table.toByteArray());
        StringBuilder versions = new StringBuilder();
        for (OcsfSchema schema : schemas) {
            byte[] bytes = new SchemaWriter(string -> ids.getOrDefault(string, -1)).write(schema);
            Files.write(folder.resolve(schema.version() + ".bin"), bytes);
            versions.append(schema.version()).append('\n');
        }
        Files.writeString(folder.resolve("versions.txt"), versions);
    }

    private static OcsfSchema read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes[0] == 0x1f) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        Map<String, Object> tree = JsonTree.parseObject(bytes);
        return tree.containsKey("format") ? FactsReader.read(tree) : OcsfSchemas.parse(bytes);
    }
}
