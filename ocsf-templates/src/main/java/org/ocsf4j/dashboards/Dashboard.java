package org.ocsf4j.dashboards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One dashboard.
 *
 * @param id its name, such as {@code network-activity}
 * @param title its heading
 * @param about what it is for, one sentence
 * @param indices the index pattern of its class family, both generations of class uids included
 * @param query which events of those indices it is about, in Lucene's syntax; empty for all
 * @param controls what its reader can narrow it by
 * @param panels in reading order
 */
public record Dashboard(
        String id, String title, String about, String indices, String query, List<Field> controls, List<Panel> panels) {

    public Dashboard {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(indices, "indices");
        Objects.requireNonNull(query, "query");
        controls = List.copyOf(controls);
        panels = List.copyOf(panels);
    }

    /** Every field that its panels and controls use, each once. */
    public Set<Field> fields() {
        Set<Field> fields = new LinkedHashSet<>(controls);
        for (Panel panel : panels) {
            fields.add(panel.time());
            fields.addAll(panel.fields());
            for (Metric metric : panel.metrics()) {
                if (metric.field() != null) {
                    fields.add(metric.field());
                }
            }
        }
        return fields;
    }

    /** The panel of that id. */
    public Panel panel(String panelId) {
        for (Panel panel : panels) {
            if (panel.id().equals(panelId)) {
                return panel;
            }
        }
        throw new IllegalArgumentException("[dashboard " + id + "] there is no such panel; " + panelId);
    }

    /** The index patterns one by one. */
    public List<String> indexPatterns() {
        return new ArrayList<>(List.of(indices.split(",", -1)));
    }
}
