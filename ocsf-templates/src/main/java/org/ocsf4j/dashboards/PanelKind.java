package org.ocsf4j.dashboards;

import java.util.Locale;

/** What a panel looks like, and how many fields it divides by. */
public enum PanelKind {
    /** One number. */
    NUMBER(0, 0),
    /** One number against three ranges of colour. */
    GAUGE(0, 0),
    /** Bars over time, divided by a field or not. */
    TIMELINE(0, 1),
    /** The parts of a whole. */
    SHARE(1, 1),
    /** The most or least frequent values, as bars. */
    RANKING(1, 1),
    /** Two fields against each other. */
    HEATMAP(2, 2),
    /** Combinations of values with one number or more. */
    TABLE(1, 5),
    /** The newest events themselves. */
    EVENTS(1, 12);

    private final int minFields;
    private final int maxFields;

    PanelKind(int minFields, int maxFields) {
        this.minFields = minFields;
        this.maxFields = maxFields;
    }

    public int minFields() {
        return minFields;
    }

    public int maxFields() {
        return maxFields;
    }

    /** The kind's name in the files of this package. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
