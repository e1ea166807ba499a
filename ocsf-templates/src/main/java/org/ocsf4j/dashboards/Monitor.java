package org.ocsf4j.dashboards;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told of. It looks back an hour, every ten minutes: events come late, and what is still in sight is the same alert.
 *
 * @param id its name, such as {@code port-scan}
 * @param title its heading
 * @param about what it means, one sentence or two
 * @param severity from 1, the highest, to 5
 * @param indices the index patterns, comma-separated, both generations of class uids included
 * @param query which of their events it is about, in Lucene's syntax
 * @param burst how many of them it takes; absent where one is enough
 * @param show what of an event goes into a message
 */
public record Monitor(
        String id,
        String title,
        String about,
        int severity,
        String indices,
        String query,
        @Nullable Burst burst,
        List<Field> show) {

    /** How far a monitor looks back, in minutes: 60. */
    public static final int WINDOW_MINUTES = 60;

    /** How often it looks, in minutes: 10. */
    public static final int INTERVAL_MINUTES = 10;

    /** How long it is silent after a message, in minutes: 60. */
    public static final int THROTTLE_MINUTES = 60;

    /**
     * Many events that have something in common.
     *
     * @param by the value in common
     * @param distinct of what there are many different values; absent where events are counted
     * @param atLeast how many it takes
     */
    public record Burst(Field by, @Nullable Field distinct, int atLeast) {

        public Burst {
            Objects.requireNonNull(by, "by");
        }
    }

    public Monitor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(indices, "indices");
        Objects.requireNonNull(query, "query");
        show = List.copyOf(show);
    }

    /** The index patterns one by one. */
    public List<String> indexPatterns() {
        return List.of(indices.split(",", -1));
    }
}
