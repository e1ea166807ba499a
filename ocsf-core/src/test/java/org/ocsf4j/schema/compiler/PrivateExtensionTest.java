package org.ocsf4j.schema.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.Requirement;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;

/** An extension of one's own, in a folder of its own, over a whole version. */
final class PrivateExtensionTest {

    private static final OcsfSchema PLAIN = OcsfSchema.version("1.8.0");

    private final OcsfSchema schema;

    PrivateExtensionTest(@TempDir Path folder) throws IOException {
        Path metaschema = folder.resolve("metaschema");
        MetaschemaFolder.write(PLAIN, metaschema);
        Path own = folder.resolve("own");
        file(own, "extension.json", "{'name': 'acme', 'uid': 900, 'caption': 'Acme', 'version': '1.0.0'}");
        file(own, "categories.json", "{'attributes': {'plant': {'uid': 1, 'caption': 'Plant'}}}");
        file(
                own,
                "dictionary.json",
                "{'attributes': {'valve': {'caption': 'Valve', 'type': 'valve'},"
                        + " 'serial': {'caption': 'Serial', 'type': 'serial_t'}},"
                        + " 'types': {'attributes': {'serial_t': {'caption': 'Serial', 'type': 'string_t', 'max_len': 8}}}}");
        file(
                own,
                "objects/valve.json",
                "{'name': 'valve', 'caption': 'Valve', 'extends': 'object', 'attributes':"
                        + " {'serial': {'requirement': 'required'}, 'name': {'requirement': 'optional'}}}");
        file(own, "profiles/plant.json", "{'name': 'plant', 'meta': 'profile', 'attributes': {'valve': {}}}");
        file(
                own,
                "events/valve_activity.json",
                "{'name': 'valve_activity', 'caption': 'Valve Activity', 'uid': 7, 'category': 'plant',"
                        + " 'extends': 'base_event', 'attributes': {'activity_id': {'enum': {'1': {'caption': 'Open'}}},"
                        + " 'valve': {'requirement': 'required'}}}");
        file(
                own,
                "events/patch.json",
                "{'extends': 'network_activity', 'profiles': ['plant'], 'attributes':"
                        + " {'valve': {'profile': 'plant', 'requirement': 'optional'}}}");
        this.schema = MetaschemaCompiler.compile(metaschema, List.of(own)).schema();
    }

    @Test
    void addsItsClassInItsCategory() {
        SchemaClass activity = Objects.requireNonNull(schema.classNamed("valve_activity"));
        assertThat(activity.uid()).isEqualTo(90001007);
        assertThat(activity.categoryCaption()).isEqualTo("Plant");
        assertThat(activity.extension()).isEqualTo("acme");
        assertThat(Objects.requireNonNull(Objects.requireNonNull(activity.attribute("activity_id"))
                                .enumeration())
                        .byId(1))
                .isNotNull();
        assertThat(activity.attribute("time_dt")).isNotNull();
        SchemaAttribute valve = Objects.requireNonNull(activity.attribute("valve"));
        assertThat(valve.isObject()).isTrue();
        assertThat(valve.requirement()).isEqualTo(Requirement.REQUIRED);
        SchemaObject object = Objects.requireNonNull(schema.objectNamed(valve.type()));
        assertThat(object.attributes()).containsOnlyKeys("serial", "name");
    }

    @Test
    void patchesAClassOfTheSchema() {
        SchemaClass network = Objects.requireNonNull(schema.classNamed("network_activity"));
        assertThat(network.profiles()).contains("acme/plant", "cloud");
        assertThat(Objects.requireNonNull(network.attribute("valve")).profiles())
                .containsExactly("acme/plant");
    }

    @Test
    void leavesEverythingElseAsItWas() {
        for (SchemaClass c : PLAIN.classes()) {
            unchanged(c, Objects.requireNonNull(schema.classNamed(c.name())));
        }
        for (SchemaObject o : PLAIN.objects()) {
            unchanged(o, Objects.requireNonNull(schema.objectNamed(o.name())));
        }
    }

    private static void unchanged(SchemaItem before, SchemaItem after) {
        before.attributes().forEach((name, attribute) -> {
            SchemaAttribute now = Objects.requireNonNull(after.attribute(name), name);
            assertThat(facts(now)).isEqualTo(facts(attribute));
        });
        if (!before.name().equals("network_activity")) {
            assertThat(after.attributes().keySet())
                    .isEqualTo(before.attributes().keySet());
            assertThat(after.profiles()).isEqualTo(before.profiles());
        }
    }

    /** All but the enum, whose values may come in another order. */
    private static List<Object> facts(SchemaAttribute a) {
        return List.of(
                a.name(),
                a.type(),
                a.isObject(),
                a.isArray(),
                a.requirement(),
                a.caption(),
                a.profiles(),
                String.valueOf(a.sibling()),
                String.valueOf(a.observable()),
                String.valueOf(a.deprecatedSince()),
                String.valueOf(a.extension()));
    }

    private static void file(Path folder, String path, String json) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, json.replace('\'', '"'));
    }
}
