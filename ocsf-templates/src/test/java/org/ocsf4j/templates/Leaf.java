package org.ocsf4j.templates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocsf4j.schema.json.JsonTree;

/** A value of a document that a query is made of. */
record Leaf(String path, String json) {

    /** JSON that Security Lake writes as text: stored only. */
    private static final Set<String> JSON_TEXT =
            Set.of("resources.details", "resources.data", "resource.data", "evidences.data");

    static List<Leaf> of(String document) throws Exception {
        List<Leaf> leaves = new ArrayList<>();
        collect("", JsonTree.parseObject(document.getBytes(StandardCharsets.UTF_8)), leaves);
        return leaves;
    }

    /** Whether what a query missed is a text in the place of an address, which stays in the document only. */
    static boolean isNoAddress(String miss) {
        return miss.matches(".*\\bip = \"-\"");
    }

    private static void collect(String path, Object value, List<Leaf> leaves) {
        Map<String, Object> object = JsonTree.objectOrNull(value);
        List<Object> array = JsonTree.arrayOrNull(value);
        if (object != null) {
            object.forEach((name, member) -> collect(path.isEmpty() ? name : path + '.' + name, member, leaves));
        } else if (array != null) {
            array.forEach(element -> collect(path, element, leaves));
        } else if (value != JsonTree.NULL && !JSON_TEXT.contains(path)) {
            leaves.add(new Leaf(path, value instanceof String text ? quoted(text) : String.valueOf(value)));
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
