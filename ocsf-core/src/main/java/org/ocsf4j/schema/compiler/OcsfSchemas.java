package org.ocsf4j.schema.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.json.JsonTree;

/** Schemas of one's own. Stateless, thread-safe. */
public final class OcsfSchemas {

    private OcsfSchemas() {}

    /**
     * Reads a compiled schema: what the OCSF schema compiler writes, in its present or its legacy format, what
     * {@code ./ocsf schema compile} writes, or what a schema server exports.
     *
     * @throws IOException where the file cannot be read or is no JSON
     * @throws SchemaCompilationException where the JSON is no compiled schema
     */
    public static OcsfSchema load(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /**
     * Reads a compiled schema from its JSON text.
     *
     * @throws IOException where the bytes are no JSON
     * @throws SchemaCompilationException where the JSON is no compiled schema
     */
    public static OcsfSchema parse(byte[] json) throws IOException {
        return of(JsonTree.parseObject(json));
    }

    static OcsfSchema of(Map<String, Object> tree) {
        return CompiledSchemaReader.read(tree);
    }
}
