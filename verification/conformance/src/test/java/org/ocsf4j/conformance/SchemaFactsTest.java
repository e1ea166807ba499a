package org.ocsf4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;

/** Every attribute of every class and object of every bundled version is what an independent compilation says. */
final class SchemaFactsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    List<DynamicTest> bundledVersionsAgreeWithTheFacts() {
        Path folder = SharedData.folder("ocsf");
        return OcsfSchema.bundledVersions().stream()
                .map(version -> DynamicTest.dynamicTest(version, () -> check(folder, version)))
                .toList();
    }

    private static void check(Path folder, String version) throws IOException {
        OcsfSchema schema = OcsfSchema.version(version);
        JsonNode facts = facts(folder, version);
        List<String> differences = new ArrayList<>();
        JsonNode classes = facts.get("classes");
        JsonNode objects = facts.get("objects");
        assertThat(schema.classes()).hasSize(classes.size());
        assertThat(schema.objects()).hasSize(objects.size());
        int attributes = 0;
        for (Map.Entry<String, JsonNode> entry : classes.properties()) {
            SchemaClass c = schema.classNamed(entry.getKey());
            assertThat(c).as(entry.getKey()).isNotNull();
            assertThat(schema.classWithUid(entry.getValue().get("uid").longValue()))
                    .isSameAs(c);
            assertThat(c.caption()).isEqualTo(entry.getValue().get("caption").textValue());
            attributes += checkItem(facts, entry.getValue(), c, differences);
        }
        for (Map.Entry<String, JsonNode> entry : objects.properties()) {
            SchemaItem o = schema.objectNamed(entry.getKey());
            assertThat(o).as(entry.getKey()).isNotNull();
            attributes += checkItem(facts, entry.getValue(), o, differences);
        }
        assertThat(differences).isEmpty();
        assertThat(attributes).isGreaterThan(1_800);
    }

    private static int checkItem(JsonNode facts, JsonNode item, SchemaItem actual, List<String> differences) {
        JsonNode attributes = item.get("attrs");
        assertThat(actual.attributes().keySet()).as(actual.name()).hasSize(attributes.size());
        assertThat(actual.profiles()).as(actual.name()).isEqualTo(texts(item.get("profiles")));
        JsonNode constraints = item.path("constraints");
        assertThat(actual.constraints().atLeastOne()).isEqualTo(texts(constraints.get("at_least_one")));
        assertThat(actual.constraints().justOne()).isEqualTo(texts(constraints.get("just_one")));
        for (Map.Entry<String, JsonNode> entry : attributes.properties()) {
            String name = entry.getKey();
            ObjectNode wanted = facts.get("attributes").get(name).deepCopy();
            if (entry.getValue().isTextual()) {
                wanted.set("r", entry.getValue());
            } else {
                wanted.setAll((ObjectNode) entry.getValue());
            }
            SchemaAttribute attribute = actual.attribute(name);
            String got = attribute == null ? "absent" : describe(attribute);
            String want = describe(facts, item, attributes, name, wanted);
            if (!got.equals(want)) {
                differences.add(actual.name() + "." + name + ": " + got + ", expected " + want);
            }
        }
        return attributes.size();
    }

    private static String describe(SchemaAttribute a) {
        Map<String, String> values = new LinkedHashMap<>();
        AttributeEnum enumeration = a.enumeration();
        if (enumeration != null) {
            enumeration.values().forEach(v -> values.put(v.id(), v.caption()));
        }
        return (a.isObject() ? "object " : "") + a.type() + (a.isArray() ? "[] " : " ")
                + a.requirement().word() + " " + new java.util.TreeMap<>(values) + " " + a.sibling() + " "
                + a.profiles() + " " + a.deprecatedSince() + " " + a.caption();
    }

    private static String describe(JsonNode facts, JsonNode item, JsonNode attributes, String name, JsonNode wanted) {
        boolean object = wanted.has("o") && !wanted.has("t");
        Map<String, String> values = new java.util.TreeMap<>();
        JsonNode enumeration = wanted.get("e");
        if (enumeration != null) {
            enumeration
                    .properties()
                    .forEach(e -> values.put(
                            e.getKey(),
                            e.getValue().isArray()
                                    ? e.getValue().get(0).textValue()
                                    : e.getValue().textValue()));
        }
        if (item.has("uid")) {
            generated(facts, item, attributes, name, values);
        }
        String requirement =
                switch (wanted.get("r").textValue()) {
                    case "q" -> "required";
                    case "c" -> "recommended";
                    default -> "optional";
                };
        return (object
                        ? "object " + wanted.get("o").textValue()
                        : wanted.get("t").textValue())
                + (wanted.path("a").asInt() == 1 ? "[] " : " ") + requirement + " " + values + " "
                + wanted.path("s").textValue() + " " + texts(wanted.get("p")) + " "
                + wanted.path("d").textValue() + " " + wanted.path("c").textValue();
    }

    private static void generated(
            JsonNode facts, JsonNode c, JsonNode attributes, String name, Map<String, String> values) {
        int uid = c.get("uid").intValue();
        String caption = c.get("caption").textValue();
        if (name.equals("class_uid")) {
            values.put(Integer.toString(uid), caption);
        } else if (name.equals("category_uid")) {
            String category = c.get("category_uid").asText();
            values.put(
                    category,
                    facts.get("categories")
                            .path(c.get("category").textValue())
                            .path(1)
                            .asText("Uncategorized"));
        } else if (name.equals("type_uid")) {
            JsonNode activities = attributes.get("activity_id").path("e");
            if (activities.isMissingNode()) {
                values.put(Integer.toString(uid * 100 + 99), caption + ": Other");
            }
            activities
                    .properties()
                    .forEach(a -> values.put(
                            Long.toString(uid * 100L + Long.parseLong(a.getKey())),
                            caption + ": "
                                    + (a.getValue().isArray()
                                            ? a.getValue().get(0).textValue()
                                            : a.getValue().textValue())));
            values.put(Long.toString(uid * 100L), caption + ": Unknown");
        }
    }

    static JsonNode facts(Path folder, String version) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(version + ".json.gz")))) {
            return JSON.readTree(in);
        }
    }

    private static List<String> texts(@Nullable JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            array.forEach(text -> texts.add(text.textValue()));
        }
        return texts;
    }
}
