package org.ocsf4j.dashboards;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The monitors that come with ocsf4j, a start for OpenSearch's Alerting plugin. They are the file {@code monitors.json} beside this class.
 * Immutable, thread-safe.
 */
public final class Monitors {

    private static final String FILE = "monitors.json";
    private static final List<Monitor> ALL = read(Dashboards.bytes(FILE));

    private Monitors() {}

    /** All seven. */
    public static List<Monitor> all() {
        return ALL;
    }

    /** The monitor of that id. */
    public static Monitor named(String id) {
        for (Monitor monitor : ALL) {
            if (monitor.id().equals(id)) {
                return monitor;
            }
        }
        throw new IllegalArgumentException("[monitors] there is no such monitor; " + id);
    }

    /**
     * The monitor as Alerting takes it: the body of {@code POST /_plugins/_alerting/monitors}.
     *
     * @param channel the id of the notification channel that is told; absent where nobody is, and alerts are only listed
     */
    public static byte[] export(Monitor monitor, @Nullable String channel) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try {
            MonitorWriter.write(monitor, channel, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<Monitor> read(byte[] json) {
        List<Monitor> monitors = new ArrayList<>();
        Members root = Members.of(FILE, DashboardReader.tree(FILE, json), Set.of("monitors"));
        for (Object element : root.elements("monitors")) {
            Members members = Members.of(
                    FILE + ": monitor " + (monitors.size() + 1),
                    element,
                    Set.of(
                            "id",
                            "title",
                            "about",
                            "severity",
                            "indices",
                            "query",
                            "by",
                            "distinct",
                            "at_least",
                            "show"));
            List<Field> show = new ArrayList<>();
            members.texts("show").forEach(id -> show.add(Dashboards.field(id)));
            monitors.add(new Monitor(
                    members.text("id"),
                    members.text("title"),
                    members.text("about"),
                    members.number("severity", 3, 1, 5),
                    members.text("indices"),
                    members.text("query"),
                    burst(members),
                    show));
        }
        return List.copyOf(monitors);
    }

    private static Monitor.@Nullable Burst burst(Members members) {
        String by = members.text("by", "");
        if (by.isEmpty()) {
            return null;
        }
        String distinct = members.text("distinct", "");
        return new Monitor.Burst(
                Dashboards.field(by),
                distinct.isEmpty() ? null : Dashboards.field(distinct),
                members.number("at_least", 1, 1, 1_000_000));
    }
}
