package org.ocsf4j.schema.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;

/** Every bundled version, written as a metaschema folder, compiles to itself. */
final class CompilerRoundTripTest {

    @TestFactory
    Stream<DynamicTest> aVersionWrittenAsAMetaschemaCompilesToItself(@TempDir Path folder) {
        return OcsfSchema.bundledVersions().stream()
                .map(version -> DynamicTest.dynamicTest(version, () -> check(version, folder.resolve(version))));
    }

    private static void check(String version, Path folder) throws IOException {
        OcsfSchema schema = OcsfSchema.version(version);
        MetaschemaFolder.write(schema, folder);

        CompiledMetaschema compiled = MetaschemaCompiler.compile(folder);

        assertThat(facts(compiled.schema())).containsExactlyElementsOf(facts(schema));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        compiled.write(json);
        assertThat(facts(OcsfSchemas.parse(json.toByteArray()))).containsExactlyElementsOf(facts(schema));
    }

    /** Otherwise the round trip would not try what it is there to try. */
    @Test
    void theFolderHasPatchesIncludesHiddenParentsAndWithdrawnProfiles(@TempDir Path folder) throws IOException {
        MetaschemaFolder.write(OcsfSchema.version("1.8.0"), folder);

        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(folder.relativize(file)).append(' ').append(Files.readString(file));
            }
        }
        assertThat(all)
                .contains("extensions/linux/objects/patch_process.json")
                .contains("\"$include\":\"enums/")
                .contains("\"profiles/cloud.json\"")
                .contains("\"profile\":null")
                .contains("objects/_");
    }

    /** Everything that a schema says, a fact a line, in one order. */
    private static List<String> facts(OcsfSchema schema) {
        List<String> facts = new ArrayList<>();
        facts.add(schema.version() + " " + schema.profiles());
        schema.categories().forEach(c -> facts.add(c.toString()));
        schema.extensions().forEach(e -> facts.add(e.toString()));
        schema.types().values().forEach(t -> facts.add(t.toString()));
        schema.observables().values().forEach(o -> facts.add(o.toString()));
        schema.dictionary().values().forEach(a -> facts.add("dictionary " + fact(a)));
        for (SchemaClass c : schema.classes()) {
            item(c, facts);
            facts.add(c.name() + " " + c.identity() + c.categoryCaption() + c.observables() + c.associations());
        }
        for (SchemaObject o : schema.objects()) {
            item(o, facts);
            facts.add(o.name() + " observable " + o.observable());
        }
        facts.sort(Comparator.naturalOrder());
        return facts;
    }

    private static void item(SchemaItem item, List<String> facts) {
        facts.add(item.scopedName() + " " + item.caption() + " extends " + item.parent() + " " + item.profiles() + " "
                + item.constraints() + " " + item.deprecatedSince());
        item.attributes().values().forEach(a -> facts.add(item.name() + " " + fact(a)));
    }

    private static String fact(SchemaAttribute a) {
        return a.name() + " " + a.type() + " object=" + a.isObject() + " array=" + a.isArray() + " " + a.requirement()
                + " " + a.caption() + " " + values(a.enumeration()) + " " + a.sibling() + " " + a.profiles() + " "
                + a.observable() + " " + a.deprecatedSince() + " " + a.extension();
    }

    private static List<EnumValue> values(@Nullable AttributeEnum enumeration) {
        List<EnumValue> values = new ArrayList<>();
        if (enumeration != null) {
            values.addAll(enumeration.values());
        }
        values.sort(Comparator.comparing(EnumValue::id));
        return values;
    }
}
