package org.ocsf4j.testkit.lake;

import java.util.Map;

/**
 * Something worth finding in a lake, and how to find it.
 *
 * @param name what happened
 * @param table where its rows are
 * @param fields columns, as dotted paths through groups and lists, with the values that only the story's rows have together
 * @param rows how many rows have them
 */
public record Story(String name, LakeTable table, Map<String, String> fields, int rows) {

    public Story {
        fields = Map.copyOf(fields);
        if (rows < 1) {
            throw new IllegalArgumentException("[" + name + "] a story has at least one row; " + rows);
        }
    }
}
