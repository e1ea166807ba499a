package org.ocsf4j.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.compiler.CompiledSchemaWriter;
import org.ocsf4j.schema.json.JsonTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what a bundled OCSF version says. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        subcommands = {SchemaCompileCommand.class, SchemaDiffCommand.class},
        description = {
            "Lists an OCSF schema as tab-separated rows, one an attribute:",
            "kind (class or object), name, uid (of a class), attribute, type (a scalar type or an object's name), "
                    + "array (true or false), requirement (required, recommended or optional)."
        })
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "VERSION", description = "a bundled OCSF version")
    private @Nullable String version;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "a class or an object; all if absent")
    private @Nullable String name;

    @Option(names = "--json", description = "JSON with everything known: enums, siblings, profiles, constraints")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        OcsfSchema schema = bundled(spec, version);
        SchemaItem only = name == null ? null : itemNamed(schema, name);
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16); // flushed, not closed: it is the process's
        if (json) {
            Map<String, Object> tree =
                    only == null ? CompiledSchemaWriter.tree(schema) : CompiledSchemaWriter.item(only);
            JsonTree.write(tree, out, false);
            out.write('\n');
        } else if (only == null) {
            for (SchemaClass c : schema.classes()) {
                list(c, out);
            }
            for (SchemaItem object : schema.objects()) {
                list(object, out);
            }
        } else {
            list(only, out);
        }
        out.flush();
        return 0;
    }

    static OcsfSchema bundled(@Nullable CommandSpec spec, @Nullable String version) {
        OcsfSchema schema = OcsfSchema.find(version);
        if (schema == null && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    (version == null ? "name a version" : "no bundled OCSF version " + Printable.text(version))
                            + "; one of " + String.join(", ", OcsfSchema.bundledVersions()));
        }
        if (schema == null) {
            throw new IllegalStateException("picocli has not set the command's specification");
        }
        return schema;
    }

    private SchemaItem itemNamed(OcsfSchema schema, String wanted) {
        SchemaItem item = schema.itemNamed(wanted);
        if (item == null && wanted.matches("\\d{1,9}")) {
            item = schema.classWithUid(Long.parseLong(wanted));
        }
        if (item == null) {
            throw new IllegalArgumentException("[" + schema + "] no class and no object has this name; "
                    + Printable.text(wanted) + "; ./ocsf schema " + schema.version() + " lists them");
        }
        return item;
    }

    private static void list(SchemaItem item, OutputStream out) throws IOException {
        String head =
                item instanceof SchemaClass c ? "class\t" + c.name() + "\t" + c.uid() : "object\t" + item.name() + "\t";
        StringBuilder rows = new StringBuilder(4096);
        for (SchemaAttribute a : item.attributes().values()) {
            rows.append(head)
                    .append('\t')
                    .append(a.name())
                    .append('\t')
                    .append(a.type())
                    .append('\t')
                    .append(a.isArray())
                    .append('\t')
                    .append(a.requirement().word())
                    .append('\n');
        }
        out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }
}
