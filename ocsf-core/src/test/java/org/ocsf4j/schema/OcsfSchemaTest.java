package org.ocsf4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OcsfSchemaTest {

    @Test
    void aUidMeansWhatItsVersionSays() {
        assertThat(classOf("1.0.0-rc.2", 3005).name()).isEqualTo("api_activity");
        assertThat(classOf("1.1.0", 3005).name()).isEqualTo("user_access");
        assertThat(classOf("1.1.0", 6003).typeUid(99)).isEqualTo(600399);
    }

    @Test
    void findsByNameAndByUid() {
        OcsfSchema schema = OcsfSchema.version("1.8.0");
        SchemaClass registry = Objects.requireNonNull(schema.classNamed("registry_key_activity"));
        assertThat(registry.uid()).isEqualTo(201001);
        assertThat(registry.extension()).isEqualTo("win");
        assertThat(registry.scopedName()).isEqualTo("win/registry_key_activity");
        assertThat(schema.classWithUid(201001)).isSameAs(registry);
        assertThat(schema.itemNamed("process")).isInstanceOf(SchemaObject.class);
        assertThat(schema.classWithUid((1L << 32) + 201001)).isNull();
        assertThat(schema.classNamed("no_such_class")).isNull();
    }

    @Test
    void refusesAVersionThatIsNotBundled() {
        assertThat(OcsfSchema.find("1.1.0/../1.1.0")).isNull();
        assertThat(OcsfSchema.find(null)).isNull();
        assertThatThrownBy(() -> OcsfSchema.version("9.9.9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9.9.9")
                .hasMessageContaining("1.8.0");
    }

    @Test
    void anAttributeSaysWhatTheClassMakesOfIt() {
        SchemaClass flow = classOf("1.1.0", 4001);
        SchemaAttribute activity = Objects.requireNonNull(flow.attribute("activity_id"));
        assertThat(activity.requirement()).isEqualTo(Requirement.REQUIRED);
        assertThat(activity.sibling()).isEqualTo("activity_name");
        AttributeEnum values = Objects.requireNonNull(activity.enumeration());
        assertThat(Objects.requireNonNull(values.byId(6)).caption()).isEqualTo("Traffic");
        assertThat(Objects.requireNonNull(values.byCaption("traffic")).id()).isEqualTo("6");
        assertThat(values.byId(6_000_000_000L)).isNull();
    }

    @Test
    void eachClassHasItsOwnUidsAsEnums() {
        SchemaClass flow = classOf("1.1.0", 4001);
        assertThat(values(flow, "class_uid")).containsExactly("4001=Network Activity");
        assertThat(values(flow, "category_uid")).containsExactly("4=Network Activity");
        assertThat(values(flow, "type_uid"))
                .contains("400100=Network Activity: Unknown", "400106=Network Activity: Traffic");
    }

    @Test
    void timestampsHaveATwinOfTheDatetimeProfile() {
        SchemaAttribute twin = Objects.requireNonNull(classOf("1.1.0", 4001).attribute("start_time_dt"));
        assertThat(twin.type()).isEqualTo("datetime_t");
        assertThat(twin.profiles()).containsExactly("datetime");
        assertThat(twin.appliesTo(List.of("cloud"))).isFalse();
        assertThat(twin.appliesTo(List.of("cloud", "datetime"))).isTrue();
    }

    @Test
    void aTypeIsOfTheKindOfItsRoot() {
        OcsfSchema old = OcsfSchema.version("1.0.0-rc.2");
        assertThat(old.kindOf("port_t")).isEqualTo(ScalarKind.INTEGER);
        assertThat(old.kindOf("timestamp_t")).isEqualTo(ScalarKind.LONG);
        assertThat(old.kindOf("resource_uid_t")).isEqualTo(ScalarKind.STRING);
        assertThat(old.kindOf("json_t")).isEqualTo(ScalarKind.JSON);
    }

    @Test
    void aVersionSurvivesBeingWrittenAndRead(@TempDir Path folder) throws IOException {
        OcsfSchema schema = OcsfSchema.version("1.8.0");
        SchemaBundleGenerator.write(List.of(OcsfSchema.version("1.1.0"), schema), folder);

        StringTable strings = new StringTable(Files.readAllBytes(folder.resolve("strings.bin")));
        OcsfSchema again = new SchemaReader(strings, Files.readAllBytes(folder.resolve("1.8.0.bin"))).read();

        assertThat(again.classes()).containsExactlyElementsOf(schema.classes());
        assertThat(again.objects()).containsExactlyElementsOf(schema.objects());
        assertThat(again.types()).isEqualTo(schema.types());
        assertThat(again.dictionary()).isEqualTo(schema.dictionary());
        assertThat(again.observables()).isEqualTo(schema.observables());
        assertThat(again.categories()).containsExactlyElementsOf(schema.categories());
        assertThat(again.extensions()).containsExactlyElementsOf(schema.extensions());
    }

    private static SchemaClass classOf(String version, long uid) {
        return Objects.requireNonNull(OcsfSchema.version(version).classWithUid(uid));
    }

    private static List<String> values(SchemaClass c, String attribute) {
        List<String> values = new ArrayList<>();
        AttributeEnum enumeration =
                Objects.requireNonNull(c.attribute(attribute)).enumeration();
        Objects.requireNonNull(enumeration).values().forEach(v -> values.add(v.id() + "=" + v.caption()));
        return values;
    }
}
