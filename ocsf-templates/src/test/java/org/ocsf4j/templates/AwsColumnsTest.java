package org.ocsf4j.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.schema.json.JsonTree;

/** The list of the columns that Security Lake writes, beside the Avro schemas of objects that it wrote. */
class AwsColumnsTest {

    private static final Pattern FILE = Pattern.compile(".*-(\\d+)\\.avsc");
    private static final Map<String, String> VERSIONS = Map.of("v1", "1.0.0-rc.2", "v2", "1.1.0");

    /** What each of the list's types may be in Avro. */
    private static final Map<String, Set<String>> AVRO = Map.of(
            "string", Set.of("string"),
            "integer", Set.of("int"),
            "long", Set.of("int", "long"),
            "double", Set.of("float", "double", "decimal"),
            "boolean", Set.of("boolean"),
            "date", Set.of("timestamp-millis", "timestamp-micros"),
            "map", Set.of("map"));

    @Test
    void isWhatTheObjectsHave() throws Exception {
        int classes = 0;
        for (Map.Entry<String, String> version : VERSIONS.entrySet()) {
            for (Map.Entry<Integer, Map<String, String>> found :
                    columns(version.getKey()).entrySet()) {
                Map<String, String> listed = ListedFields.columns(version.getValue(), found.getKey());
                String name = version.getValue() + ' ' + found.getKey();
                assertThat(listed.keySet())
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(found.getValue().keySet());
                listed.forEach((path, type) -> assertThat(AVRO.getOrDefault(type, Set.of()))
                        .as(name + ' ' + path)
                        .contains(found.getValue().get(path)));
                classes++;
            }
        }
        assertThat(classes).isGreaterThanOrEqualTo(14);
    }

    /** By class uid, the leaf columns of all sources and their types. */
    private static Map<Integer, Map<String, String>> columns(String version) throws Exception {
        Path folder = Path.of(System.getProperty("ocsf4j.root", ".")).resolve("../shared/data/columns/" + version);
        assumeTrue(Files.isDirectory(folder), () -> "no columns at " + folder.normalize());
        Map<Integer, Map<String, String>> classes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    collect(
                            "",
                            JsonTree.parseObject(Files.readAllBytes(file)),
                            classes.computeIfAbsent(Integer.valueOf(name.group(1)), uid -> new TreeMap<>()));
                }
            }
        }
        return classes;
    }

    private static void collect(String path, @Nullable Object type, Map<String, String> leaves) {
        List<Object> union = JsonTree.arrayOrNull(type);
        Map<String, Object> object = JsonTree.objectOrNull(type);
        if (union != null) {
            union.stream().filter(one -> !"null".equals(one)).forEach(one -> collect(path, one, leaves));
        } else if (object == null) {
            leaves.put(path, String.valueOf(type));
        } else if ("record".equals(object.get("type"))) {
            List<Object> fields = JsonTree.arrayOrNull(object.get("fields"));
            for (Object element : fields == null ? List.of() : fields) {
                Map<String, Object> field = JsonTree.objectOrNull(element);
                if (field != null) {
                    String name = String.valueOf(field.get("name"));
                    collect(path.isEmpty() ? name : path + '.' + name, field.get("type"), leaves);
                }
            }
        } else if ("array".equals(object.get("type"))) {
            collect(path, object.get("items"), leaves);
        } else if (object.get("type") instanceof String primitive) {
            leaves.put(path, String.valueOf(object.getOrDefault("logicalType", primitive)));
        } else {
            collect(path, object.get("type"), leaves);
        }
    }
}
