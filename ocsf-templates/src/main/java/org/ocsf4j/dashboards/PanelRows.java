package org.ocsf4j.dashboards;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.UnavailableException;

/**
 * What a panel's search found, as the rows of a table.
 *
 * @param total how many documents the panel is about
 * @param rows one row a combination of values: its keys in the order of the panel's fields, then its metrics; a timeline's first
 *     key is epoch milliseconds. A panel without fields has one row, and none where there are no documents
 */
public record PanelRows(long total, List<List<@Nullable Object>> rows) {

    private static final int MAX_ROWS = 2_000;

    /** Reads the answer to {@link PanelSearch#of}. */
    public static PanelRows read(Panel panel, byte[] answer) {
        Map<?, ?> root = map(tree(answer));
        Map<?, ?> hits = map(root.get("hits"));
        long total = number(map(hits.get("total")).get("value")).longValue();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (panel.kind() == PanelKind.EVENTS) {
            for (Object hit : list(hits.get("hits"))) {
                rows.add(columns(panel, map(map(hit).get("_source"))));
            }
        } else if (total > 0) {
            flatten(panel, map(root.get("aggregations")), total, new ArrayList<>(), rows);
        }
        return new PanelRows(total, rows);
    }

    /** The values that a control offers, of the answer to {@link PanelSearch#choices}. */
    public static List<String> choices(byte[] answer, int control) {
        List<String> values = new ArrayList<>();
        Map<?, ?> aggregation = map(map(map(tree(answer)).get("aggregations")).get("c" + control));
        for (Object bucket : list(aggregation.get("buckets"))) {
            values.add(String.valueOf(key(map(bucket))));
        }
        return values;
    }

    /** From the first to the last event, of the answer to {@link PanelSearch#choices}; absent where there is none. */
    public static @Nullable TimeRange extent(byte[] answer) {
        Map<?, ?> aggregations = map(map(tree(answer)).get("aggregations"));
        Object min = map(aggregations.get("min")).get("value");
        Object max = map(aggregations.get("max")).get("value");
        return min instanceof Number from && max instanceof Number to
                ? new TimeRange(from.longValue(), to.longValue() + 1)
                : null;
    }

    private static void flatten(
            Panel panel,
            Map<?, ?> node,
            long documents,
            List<@Nullable Object> keys,
            List<List<@Nullable Object>> rows) {
        if (node.get("by") instanceof Map<?, ?> by) {
            for (Object element : list(by.get("buckets"))) {
                Map<?, ?> bucket = map(element);
                keys.add(key(bucket));
                flatten(panel, bucket, number(bucket.get("doc_count")).longValue(), keys, rows);
                keys.remove(keys.size() - 1);
            }
        } else if (rows.size() < MAX_ROWS) {
            List<@Nullable Object> row = new ArrayList<>(keys);
            for (int i = 0; i < panel.metrics().size(); i++) {
                row.add(node.get("m" + i) instanceof Map<?, ?> metric ? metric.get("value") : Long.valueOf(documents));
            }
            rows.add(row);
        }
    }

    private static @Nullable Object key(Map<?, ?> bucket) {
        Object text = bucket.get("key_as_string");
        boolean truth = "true".equals(text) || "false".equals(text);
        return truth ? text : bucket.get("key");
    }

    private static List<@Nullable Object> columns(Panel panel, Map<?, ?> source) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Field column : panel.fields()) {
            Object value = null;
            for (String name : column.names()) {
                value = value == null ? at(source, name) : value;
            }
            row.add(value);
        }
        return row;
    }

    /** The value at a path; of an array the first. */
    private static @Nullable Object at(Map<?, ?> source, String path) {
        Object value = source;
        for (String member : path.split("\\.", -1)) {
            value = first(value) instanceof Map<?, ?> object ? object.get(member) : null;
        }
        Object leaf = first(value);
        return leaf instanceof Map ? null : leaf;
    }

    private static @Nullable Object first(@Nullable Object value) {
        return value instanceof List<?> list ? (list.isEmpty() ? null : list.get(0)) : value;
    }

    private static @Nullable Object tree(byte[] answer) {
        try {
            return JsonTree.read(answer);
        } catch (IOException e) {
            throw new UnavailableException("[search] the answer is not OpenSearch's; " + e + "; try again", e);
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : Objects.requireNonNull((Number) 0L);
    }
}
