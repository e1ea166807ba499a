package org.ocsf4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.ScalarKind;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.normalize.NormalizedEvent;
import org.ocsf4j.schema.normalize.OcsfNormalizer;
import org.ocsf4j.schema.validate.Finding;
import org.ocsf4j.schema.validate.OcsfValidator;
import org.ocsf4j.schema.validate.Severity;
import org.ocsf4j.schema.validate.SourceValidation;

/** What Security Lake's own sources write, beside the schema. */
final class LakeSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FILE = Pattern.compile("(\\w+)-(\\w+)-(\\d+)\\.avsc");

    /** What is not of the schema, in every file that has it. */
    private static final List<String> EXTRAS = List.of("accountid", "region", "asl_version");

    @TestFactory
    List<DynamicTest> everyColumnIsAnAttributeOfItsType() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder : List.of("v1", "v2")) {
            for (Path file : files(SharedData.folder("columns").resolve(folder), "*.avsc")) {
                tests.add(DynamicTest.dynamicTest(folder + " " + file.getFileName(), () -> checkColumns(folder, file)));
            }
        }
        return tests;
    }

    private static void checkColumns(String folder, Path file) throws IOException {
        Matcher name = FILE.matcher(file.getFileName().toString());
        assertThat(name.matches()).isTrue();
        OcsfSchema schema = OcsfSchema.version(folder.equals("v1") ? "1.0.0-rc.2" : "1.1.0");
        SchemaClass c = schema.classWithUid(Long.parseLong(name.group(3)));
        assertThat(c).isNotNull();
        assertThat(c.name()).isEqualTo(name.group(2));
        List<String> deviations = new ArrayList<>();
        columns(schema, c, JSON.readTree(Files.readAllBytes(file)), "", deviations);
        deviations.removeIf(
                d -> EXTRAS.contains(d.replace(" is no attribute", "")) || d.startsWith("unmapped is a map"));
        boolean decimal = deviations.removeIf(d -> d.endsWith("base_score is a decimal, not float_t"));
        assertThat(deviations).isEmpty();
        assertThat(decimal && !name.group(1).equals("SH_FINDINGS")).isFalse();
    }

    private static void columns(
            OcsfSchema schema, SchemaItem item, JsonNode record, String path, List<String> deviations) {
        for (JsonNode field : record.get("fields")) {
            String at = path + field.get("name").textValue();
            SchemaAttribute attribute = item.attribute(field.get("name").textValue());
            if (attribute == null) {
                deviations.add(at + " is no attribute");
            } else {
                column(schema, attribute, some(field.get("type")), at, deviations);
            }
        }
    }

    private static void column(
            OcsfSchema schema, SchemaAttribute attribute, JsonNode type, String at, List<String> deviations) {
        JsonNode one = type;
        if (attribute.isArray() != kind(type).equals("array")) {
            deviations.add(at + " is " + kind(type) + ", not an array");
        }
        if (kind(type).equals("array")) {
            one = some(type.get("items"));
            if (kind(one).equals("record")
                    && !attribute.isObject()
                    && one.get("fields").size() == 1) {
                one = some(one.get("fields").get(0).get("type"));
            }
        }
        SchemaObject object = attribute.isObject() ? schema.objectNamed(attribute.type()) : null;
        if (kind(one).equals("map")) {
            deviations.add(at + " is a map, of type " + attribute.type());
        } else if (object != null && kind(one).equals("record")) {
            columns(schema, object, one, at + ".", deviations);
        } else if (!fits(schema.kindOf(attribute.type()), attribute, one)) {
            String what = one.path("logicalType").asText().equals("decimal") ? "a decimal" : one.toString();
            deviations.add(at + " is " + what + ", not " + attribute.type());
        }
    }

    private static boolean fits(ScalarKind kind, SchemaAttribute attribute, JsonNode type) {
        String avro = kind(type);
        if (attribute.isObject()) {
            return false;
        }
        boolean timestamp = type.path("logicalType").asText().startsWith("timestamp");
        return switch (kind) {
            case STRING -> avro.equals("string") || (attribute.type().equals("datetime_t") && timestamp);
            case INTEGER -> avro.equals("int") || avro.equals("long");
            case LONG -> avro.equals("long") || avro.equals("int");
            case FLOAT -> avro.equals("float") || avro.equals("double");
            case BOOLEAN -> avro.equals("boolean");
            case JSON -> true;
        };
    }

    /** The type of an Avro union other than null. */
    private static JsonNode some(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode branch : type) {
                if (!branch.asText().equals("null")) {
                    return branch;
                }
            }
        }
        return type;
    }

    private static String kind(JsonNode type) {
        return type.isTextual() ? type.textValue() : type.path("type").asText();
    }

    @Test
    void theValidatorNamesTheRealDeviationsAndNothingElse() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : files(SharedData.folder("lake"), "*.ndjson")) {
            byte[] json = event(file);
            SourceValidation source = OcsfValidator.builder().build().source("lake");
            source.check(json, 0, json.length);
            List<String> names = new ArrayList<>();
            for (Finding finding : source.findings()) {
                if (finding.severity() != Severity.NOTE) {
                    names.add(finding.rule() + " " + finding.path());
                }
            }
            Collections.sort(names);
            found.put(file.getFileName().toString().replaceAll("\\.parquet.*", ""), names);
        }
        assertThat(found).containsAllEntriesOf(DEVIATIONS);
    }

    /** Looked up by hand in the events and in the facts of their versions. */
    private static final Map<String, List<String>> DEVIATIONS = Map.ofEntries(
            Map.entry("v1-account_change", List.of("AT_LEAST_ONE src_endpoint", "CAPTION_WITHOUT_ID actor.user.type")),
            Map.entry("v1-api_activity", List.of("CAPTION_WITHOUT_ID actor.user.type")),
            Map.entry("v1-authentication", List.of("CAPTION_WITHOUT_ID actor.user.type")),
            Map.entry("v1-dns_activity", List.of()),
            Map.entry("v1-network_activity", List.of("CAPTION_WITHOUT_ID connection_info.protocol_ver")),
            Map.entry("v1-security_finding", List.of()),
            Map.entry("v2-account_change", List.of("CAPTION_WITHOUT_ID actor.user.type", "CAPTION_WITHOUT_ID status")),
            Map.entry("v2-api_activity", List.of("CAPTION_WITHOUT_ID actor.user.type", "CAPTION_WITHOUT_ID status")),
            Map.entry(
                    "v2-authentication",
                    List.of("AT_LEAST_ONE ", "CAPTION_WITHOUT_ID actor.user.type", "CAPTION_WITHOUT_ID status")),
            Map.entry(
                    "v2-compliance_finding",
                    List.of("CAPTION_WITHOUT_ID compliance.status", "CAPTION_WITHOUT_ID status")),
            Map.entry(
                    "v2-detection_finding",
                    List.of(
                            "CAPTION_WITHOUT_ID status",
                            "MISSING_REQUIRED evidences[].process.file.type_id",
                            "UNKNOWN_PROFILE metadata.profiles")),
            Map.entry("v2-dns_activity", List.of("CAPTION_WITHOUT_ID disposition")),
            Map.entry(
                    "v2-network_activity",
                    List.of("CAPTION_WITHOUT_ID connection_info.protocol_ver", "CAPTION_WITHOUT_ID disposition")));

    @TestFactory
    List<DynamicTest> normalisedEventsLackNothingThatTheSourceHolds() throws IOException {
        return files(SharedData.folder("lake"), "v1-*.ndjson").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> checkNormalized(file)))
                .toList();
    }

    private static void checkNormalized(Path file) throws IOException {
        byte[] json = event(file);
        NormalizedEvent event = OcsfNormalizer.builder().target("1.1.0").build().normalize(json, 0, json.length);
        assertThat(event.problem()).isNull();

        SourceValidation source =
                OcsfValidator.builder().version("1.1.0").build().source("normalised");
        source.check(event.json(), 0, event.json().length);
        assertThat(source.findings())
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .isEmpty();

        Set<String> lost = values(JSON.readTree(json));
        lost.removeAll(values(JSON.readTree(event.json())));
        lost.removeAll(OF_THE_CLASS);
        assertThat(lost).isEmpty();
    }

    /** Values that the class and version say and that are others in another class and version. */
    private static final List<String> OF_THE_CLASS =
            List.of("Audit Activity", "3005", "300503", "200102", "Security Finding", "Security Finding: Update");

    /** Every scalar, as text. */
    private static Set<String> values(JsonNode node) {
        Set<String> values = new TreeSet<>();
        if (node.isValueNode()) {
            values.add(node.asText());
        }
        node.forEach(child -> values.addAll(values(child)));
        return values;
    }

    private static byte[] event(Path file) throws IOException {
        return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Path> files(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }
}
