package org.ocsf4j.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fields that are always mapped, whatever the budget: what Security Lake writes, what dashboards and rules look at. */
final class ListedFields {

    /** A column of Security Lake: its type, and where it stands. */
    private record Column(String path, String type, Set<String> places) {}

    private static final List<Column> COLUMNS = columns();

    /** Paths that dashboards, monitors and the rules of Security Analytics look at, in whatever class has them. */
    static final Set<String> LOOKED_AT = lookedAt();

    private ListedFields() {}

    /** The columns of Security Lake's sources of this class, by path; the value is the type. */
    static Map<String, String> columns(String version, int classUid) {
        return select(version + ':' + classUid);
    }

    /** Of all versions. */
    static Map<String, String> columns(int classUid) {
        return select(":" + classUid);
    }

    private static Map<String, String> select(String suffix) {
        Map<String, String> selected = new TreeMap<>();
        for (Column column : COLUMNS) {
            for (String place : column.places) {
                if (place.endsWith(suffix)) {
                    selected.put(column.path, column.type);
                }
            }
        }
        return selected;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String line : lines("aws-columns.txt")) {
            String[] words = line.split(" ", -1);
            Set<String> places = new LinkedHashSet<>();
            for (int i = 2; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                for (String uid : words[i].substring(colon + 1).split(",", -1)) {
                    places.add(words[i].substring(0, colon) + ':' + uid);
                }
            }
            columns.add(new Column(words[0], words[1], places));
        }
        return columns;
    }

    private static Set<String> lookedAt() {
        Set<String> paths = new LinkedHashSet<>(lines("dashboard-fields.txt"));
        for (String line : lines("security-analytics-fields.txt")) {
            paths.add(line.substring(line.lastIndexOf(' ') + 1));
        }
        return paths;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = ListedFields.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("[" + resource + "] the resource is missing; build the module again");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
