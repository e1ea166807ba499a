package org.ocsf4j.events.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.Requirement;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaConstraints;
import org.ocsf4j.schema.SchemaObject;

final class EventTypesGeneratorTest {

    @Test
    void everyClassAndObjectIsARecord() {
        OcsfSchema schema = OcsfSchema.version("1.8.0");
        Map<String, String> sources = EventTypesGenerator.sources(schema);
        assertThat(sources).containsKeys("NetworkActivity", "BaseEvent", "Process", "SeverityId", "Catalog");
        assertThat(sources).doesNotContainKey("Object");
        assertThat(sources.get("NetworkActivity"))
                .contains("public record NetworkActivity(", "implements OcsfEvent", "public enum ActivityId");
        assertThat(sources.get("Catalog")).contains("VERSION = \"1.8.0\"", "case \"network_activity\" ->");
    }

    @Test
    void theDocumentationTellsFacts() {
        String metadata = Objects.requireNonNull(
                EventTypesGenerator.sources(OcsfSchema.version("1.8.0")).get("Metadata"));
        assertThat(metadata)
                .contains("@param version Version: {@code version}, {@code string_t}, required\n")
                .contains(
                        "@param isTruncated Is Truncated: {@code is_truncated}, {@code boolean_t}, optional, since 1.6.0\n");
    }

    @Test
    void otherVersionsMakeRecordsToo() {
        assertThat(EventTypesGenerator.sources(OcsfSchema.version("1.1.0"))).containsKey("SecurityFinding");
        assertThat(EventTypesGenerator.sources(OcsfSchema.version("1.9.0-dev"))).containsKey("NetworkActivity");
    }

    @Test
    void captionsThatMakeOneNameGetTheirIds() {
        EnumType type = new EnumType(
                "Kind",
                "kind_id",
                true,
                new AttributeEnum(List.of(
                        new EnumValue("1", "A-B", false),
                        new EnumValue("2", "A B", false),
                        new EnumValue("3", "C", false),
                        new EnumValue("no number", "D", false))));
        assertThat(type.constants()).extracting(EnumType.Constant::name).containsExactly("A_B__1", "A_B__2", "C");
    }

    @Test
    void refusesMoreComponentsThanAConstructorTakes() {
        Map<String, SchemaAttribute> attributes = new LinkedHashMap<>();
        for (int i = 0; i < 254; i++) {
            attributes.put("a" + i, text("a" + i));
        }
        OcsfSchema schema = OcsfSchema.builder("1.8.0")
                .object(new SchemaObject(
                        "wide", "Wide", null, null, List.of(), SchemaConstraints.NONE, null, null, attributes))
                .build();
        assertThatThrownBy(() -> EventTypesGenerator.sources(schema))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wide has 254");
    }

    @Test
    void touchesOnlyWhatChanges(@TempDir Path folder) throws IOException {
        EventTypesGenerator.main(new String[] {folder.toString(), "1.1.0"});
        Path types = folder.resolve("org/ocsf4j/events");
        FileTime before = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(types.resolve("Process.java"), before);
        Files.writeString(types.resolve("Gone.java"), "left by another version");
        Files.writeString(types.resolve("User.java"), "damaged");

        EventTypesGenerator.main(new String[] {folder.toString(), "1.1.0"});

        assertThat(Files.getLastModifiedTime(types.resolve("Process.java"))).isEqualTo(before);
        assertThat(types.resolve("Gone.java")).doesNotExist();
        assertThat(types.resolve("User.java")).content().contains("public record User(");
    }

    private static SchemaAttribute text(String name) {
        return new SchemaAttribute(
                name, "string_t", false, false, Requirement.OPTIONAL, name, null, null, List.of(), null, null, null);
    }
}
