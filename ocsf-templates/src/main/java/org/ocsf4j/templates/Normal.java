package org.ocsf4j.templates;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ocsf4j.schema.json.JsonTree;

/**
 * A template's body as paths and texts, alike for what is sent and for what OpenSearch gives back: settings with or without their
 * prefix, nested or dotted, numbers as numbers or as texts. Empty objects count: an alias is one.
 */
final class Normal {

    private static final String SETTINGS = "template.settings.";
    private static final String INDEX = "index.";

    private Normal() {}

    static Map<String, String> of(Map<String, Object> body) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", body, flat);
        Map<String, String> normal = new TreeMap<>();
        flat.forEach((path, value) -> normal.put(normalPath(path), value));
        normal.remove("template.mappings"); // an empty object stands for nothing
        normal.remove("template");
        return normal;
    }

    private static String normalPath(String path) {
        if (path.startsWith(SETTINGS) && !path.startsWith(INDEX, SETTINGS.length())) {
            return SETTINGS + INDEX + path.substring(SETTINGS.length());
        }
        return path;
    }

    private static void flatten(String path, Object value, Map<String, String> flat) {
        Map<String, Object> object = JsonTree.objectOrNull(value);
        List<Object> array = JsonTree.arrayOrNull(value);
        if (object != null && !object.isEmpty()) {
            object.forEach((name, member) -> flatten(path.isEmpty() ? name : path + '.' + name, member, flat));
        } else if (array != null && holdsObjects(array)) {
            for (int i = 0; i < array.size(); i++) { // plugins add members of their own to these
                flatten(path + '[' + i + ']', array.get(i), flat);
            }
        } else if (array != null) {
            flat.put(path, array.toString());
        } else if (value != JsonTree.NULL) {
            flat.put(path, object != null ? "{}" : String.valueOf(value));
        }
    }

    private static boolean holdsObjects(List<Object> array) {
        return !array.isEmpty() && JsonTree.objectOrNull(array.get(0)) != null;
    }
}
