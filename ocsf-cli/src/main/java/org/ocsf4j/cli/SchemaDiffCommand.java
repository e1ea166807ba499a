package org.ocsf4j.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.diff.SchemaChange;
import org.ocsf4j.schema.diff.SchemaDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what changed between two bundled versions. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what changed from one OCSF version to another, as tab-separated rows:",
            "change, kind (class or object), name, attribute, before, after."
        })
final class SchemaDiffCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "the older version")
    private String older = "";

    @Parameters(index = "1", paramLabel = "B", description = "the newer version")
    private String newer = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "a class or an object; all if absent")
    private @Nullable String name;

    @Option(names = "--json", description = "one JSON object a change")
    private boolean json;

    @Override
    public Integer call() {
        OcsfSchema a = SchemaCommand.bundled(spec, older);
        OcsfSchema b = SchemaCommand.bundled(spec, newer);
        List<SchemaChange> changes = name == null ? SchemaDiff.between(a, b) : SchemaDiff.ofItem(a, b, name);
        StringBuilder text = new StringBuilder(1 << 16);
        for (SchemaChange change : changes) {
            text.append(json ? json(change) : row(change)).append('\n');
        }
        System.out.print(text);
        System.out.flush();
        return 0;
    }

    private static String row(SchemaChange change) {
        return String.join(
                "\t",
                change.kind().toString(),
                change.itemKind(),
                change.item(),
                orEmpty(change.attribute()),
                orEmpty(change.before()),
                orEmpty(change.after()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String json(SchemaChange change) {
        return JsonLine.of((JsonGenerator out) -> {
            out.writeStringField("change", change.kind().toString());
            out.writeStringField("kind", change.itemKind());
            out.writeStringField("name", change.item());
            out.writeStringField("attribute", change.attribute());
            out.writeStringField("before", change.before());
            out.writeStringField("after", change.after());
        });
    }
}
