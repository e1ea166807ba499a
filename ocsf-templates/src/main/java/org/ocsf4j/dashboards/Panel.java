package org.ocsf4j.dashboards;

import java.util.List;
import java.util.Objects;

/**
 * One panel.
 *
 * @param id the panel's name within all dashboards, such as {@code network-activity-3}
 * @param title what it shows, as a heading
 * @param about how to read it, or empty
 * @param kind what it looks like
 * @param fields what it divides by, outermost first; for {@link PanelKind#EVENTS} the columns
 * @param metrics what it measures, the first one orders
 * @param query which of the dashboard's events it is about, in Lucene's syntax; empty for all
 * @param time the date that the events are placed by
 * @param limit how many values or rows it shows
 * @param rarest whether the least instead of the most frequent values come first
 * @param width of twelve columns
 */
public record Panel(
        String id,
        String title,
        String about,
        PanelKind kind,
        List<Field> fields,
        List<Metric> metrics,
        String query,
        Field time,
        int limit,
        boolean rarest,
        int width) {

    public Panel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(time, "time");
        fields = List.copyOf(fields);
        metrics = List.copyOf(metrics);
        if (fields.size() < kind.minFields() || fields.size() > kind.maxFields()) {
            throw new IllegalArgumentException("a " + kind.word() + " has " + kind.minFields() + " to "
                    + kind.maxFields() + " fields; " + fields.size());
        }
        if (metrics.isEmpty() || (metrics.size() > 1 && kind != PanelKind.TABLE)) {
            throw new IllegalArgumentException("a panel has one metric, and only a table has more; " + metrics.size());
        }
    }

    public Metric metric() {
        return metrics.get(0);
    }
}
