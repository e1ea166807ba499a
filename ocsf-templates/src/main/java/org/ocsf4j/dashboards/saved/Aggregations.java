package org.ocsf4j.dashboards.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ocsf4j.dashboards.Field;
import org.ocsf4j.dashboards.Metric;
import org.ocsf4j.dashboards.Panel;
import org.ocsf4j.dashboards.PanelKind;

/** The aggregations of a visualization: metrics first, numbered from 1, then what divides them. */
final class Aggregations {

    private static final int MAX_INNER = 10;

    private final Panel panel;
    private final List<Object> written = new ArrayList<>();

    private Aggregations(Panel panel) {
        this.panel = panel;
    }

    static List<Object> of(Panel panel) {
        Aggregations aggregations = new Aggregations(panel);
        panel.metrics().forEach(aggregations::metric);
        if (panel.kind() == PanelKind.TIMELINE) {
            aggregations.timeline();
        }
        for (int i = 0; i < panel.fields().size(); i++) {
            aggregations.terms(panel.fields().get(i), i);
        }
        return aggregations.written;
    }

    private void metric(Metric metric) {
        Map<String, Object> params = Json.object("customLabel", metric.label());
        if (metric.field() != null) {
            params.put("field", IndexPatterns.nameOf(metric.measured()));
        }
        add(metric.function().word(), "metric", params);
    }

    private void timeline() {
        add(
                "date_histogram",
                "segment",
                Json.object(
                        "field",
                        panel.time().name(),
                        "useNormalizedOpenSearchInterval",
                        true,
                        "scaleMetricValues",
                        false,
                        "interval",
                        "auto",
                        "drop_partials",
                        false,
                        "min_doc_count",
                        1,
                        "extended_bounds",
                        Json.object(),
                        "customLabel",
                        panel.time().label()));
    }

    private void terms(Field field, int number) {
        String schema =
                switch (panel.kind()) {
                    case TABLE -> "bucket";
                    case TIMELINE -> "group";
                    case HEATMAP -> number == 0 ? "group" : "segment";
                    default -> "segment";
                };
        add(
                "terms",
                schema,
                Json.object(
                        "field",
                        IndexPatterns.nameOf(field),
                        "orderBy",
                        "1",
                        "order",
                        panel.rarest() ? "asc" : "desc",
                        "size",
                        number == 0 ? panel.limit() : Math.min(panel.limit(), MAX_INNER),
                        "otherBucket",
                        false,
                        "otherBucketLabel",
                        "Other",
                        "missingBucket",
                        false,
                        "missingBucketLabel",
                        "Missing",
                        "customLabel",
                        field.label()));
    }

    private void add(String type, String schema, Map<String, Object> params) {
        String id = String.valueOf(written.size() + 1);
        written.add(Json.object("id", id, "enabled", true, "type", type, "schema", schema, "params", params));
    }
}
