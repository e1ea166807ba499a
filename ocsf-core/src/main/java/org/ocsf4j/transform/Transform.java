package org.ocsf4j.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What is kept of a file's rows. A decoder compiles it into its plan once for each file. Immutable.
 *
 * @param filter which rows become events
 * @param rules what becomes of their fields; a rename goes with any other rule, of two others on one field the later counts
 */
public record Transform(RowFilter filter, List<FieldRule> rules) {

    /** Every row, every field, as it is. */
    public static final Transform NONE = new Transform(RowFilter.EVERY_ROW, List.of());

    public Transform {
        Objects.requireNonNull(filter, "filter");
        rules = List.copyOf(rules);
    }

    /** This transform for the rows that match {@code filter} too. */
    public Transform where(RowFilter other) {
        return new Transform(filter.equals(RowFilter.EVERY_ROW) ? other : RowFilter.all(filter, other), rules);
    }

    /** This transform, then these rules. */
    public Transform with(FieldRule... more) {
        List<FieldRule> all = new ArrayList<>(rules);
        all.addAll(Arrays.asList(more));
        return new Transform(filter, all);
    }

    /** Whether every row is kept as it is. */
    public boolean isNone() {
        return rules.isEmpty() && filter.equals(RowFilter.EVERY_ROW);
    }
}
