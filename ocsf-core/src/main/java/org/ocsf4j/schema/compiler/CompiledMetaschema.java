package org.ocsf4j.schema.compiler;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.json.JsonTree;

/**
 * What a metaschema folder compiles to.
 *
 * @param schema the model
 * @param tree the compiled schema in the format of the OCSF schema compiler, {@code compile_version} 1, with the prose:
 *     {@code categories}, {@code dictionary}, {@code classes}, {@code objects}, {@code profiles}, {@code extensions},
 *     {@code version}. Classes and objects of extensions are keyed {@code extension/name}
 * @param warnings what is odd and was compiled all the same
 */
public record CompiledMetaschema(OcsfSchema schema, Map<String, Object> tree, List<String> warnings) {

    public CompiledMetaschema {
        Objects.requireNonNull(schema, "schema");
        tree = Collections.unmodifiableMap(tree);
        warnings = List.copyOf(warnings);
    }

    /** Writes the tree as JSON. Closes nothing. */
    public void write(OutputStream out) throws IOException {
        JsonTree.write(tree, out, true);
    }
}
