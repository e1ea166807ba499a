package org.ocsf4j.dashboards;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.opensearch.AdminAnswer;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.schema.json.JsonTree;

/**
 * What a dashboard needs of the indices that it looks at: every field mapped as its aggregation needs it, and something to show in every
 * panel. Whatever is missing is a line.
 */
final class PanelContract {

    /** What stands before the colon of a term or range in Lucene's syntax, or behind that of {@code _exists_}. */
    private static final Pattern QUERIED = Pattern.compile("(?:_exists_:([\\w.]+))|(?:(?<![\\w.])([A-Za-z@][\\w.]*):)");

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|/[^/]+/");

    private final OpenSearchAdmin admin;
    private final TimeRange range;

    PanelContract(OpenSearchAdmin admin, TimeRange range) {
        this.admin = admin;
        this.range = range;
    }

    /** The names that a query in Lucene's syntax looks under. */
    static Set<String> queried(String query) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = QUERIED.matcher(LITERAL.matcher(query).replaceAll("_"));
        while (matcher.find()) {
            names.add(String.valueOf(matcher.group(matcher.start(1) < 0 ? 2 : 1)));
        }
        return names;
    }

    /** What of a dashboard's fields is not mapped as it is used, in the indices that are there. */
    List<String> mapping(Dashboard dashboard) throws Exception {
        List<String> problems = new ArrayList<>();
        for (Field field : dashboard.fields()) {
            for (String name : field.names()) {
                Map<String, Object> types = types(dashboard.indices(), name);
                boolean elsewhere = types.isEmpty()
                        && field.isScripted()
                        && !types("ocsf-*", name).isEmpty();
                if (types.isEmpty() && !elsewhere) {
                    problems.add(dashboard.id() + ": field " + field.id() + " is not mapped; " + name);
                }
                types.forEach((type, capabilities) -> {
                    if (!field.kind().mappingTypes().contains(type)) {
                        problems.add(dashboard.id() + ": field " + field.id() + " is " + type + " and not "
                                + field.kind().word() + "; " + name);
                    } else if (!isTrue(capabilities, "aggregatable")) {
                        problems.add(dashboard.id() + ": field " + field.id() + " cannot be counted; " + name);
                    }
                });
            }
            if (field.names().stream().allMatch(name -> isUnmapped(dashboard.indices(), name))) {
                problems.add(dashboard.id() + ": field " + field.id() + " has no mapped name; " + field.names());
            }
        }
        Set<String> queried = new LinkedHashSet<>(queried(dashboard.query()));
        dashboard.panels().forEach(panel -> queried.addAll(queried(panel.query())));
        for (String name : queried) {
            Map<String, Object> types = types(dashboard.indices(), name);
            if (types.isEmpty() || !types.values().stream().allMatch(type -> isTrue(type, "searchable"))) {
                problems.add(dashboard.id() + ": a query looks where nothing is found; " + name);
            }
        }
        return problems;
    }

    /** The panels that have nothing to show, or a column of a table or list that is empty throughout. */
    List<String> rows(Dashboard dashboard, Map<Field, List<String>> chosen) throws Exception {
        List<String> problems = new ArrayList<>();
        for (Panel panel : dashboard.panels()) {
            byte[] answer = admin.search(dashboard.indices(), PanelSearch.of(dashboard, panel, range, chosen));
            String place = panel.id() + " \"" + panel.title() + "\": ";
            Map<String, Object> shards = object(JsonTree.parseObject(answer).get("_shards"));
            if (!Long.valueOf(0).equals(shards.get("failed"))) {
                problems.add(place + "shards failed; " + shards);
            }
            PanelRows found = PanelRows.read(panel, answer);
            if (found.rows().isEmpty()) {
                problems.add(place + "nothing to show; " + found.total() + " documents");
                continue;
            }
            int columns = found.rows().get(0).size();
            for (int i = 0; i < columns; i++) {
                int column = i;
                if (found.rows().stream().allMatch(row -> row.get(column) == null)) {
                    problems.add(place + "column " + (i + 1) + " is empty");
                }
            }
        }
        return problems;
    }

    private boolean isUnmapped(String indices, String name) {
        try {
            return types(indices, name).isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the field is in those indices: by type, what can be done with it. */
    private Map<String, Object> types(String indices, String name) throws Exception {
        AdminAnswer answer = admin.request("GET", '/' + indices + "/_field_caps?fields=" + name, null);
        if (answer.status() != 200) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return object(object(JsonTree.parseObject(answer.body()).get("fields")).get(name));
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = JsonTree.objectOrNull(value);
        return object == null ? Map.of() : object;
    }

    private static boolean isTrue(@Nullable Object capabilities, String name) {
        return Boolean.TRUE.equals(object(capabilities).get(name));
    }
}
