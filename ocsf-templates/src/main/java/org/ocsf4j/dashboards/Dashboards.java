package org.ocsf4j.dashboards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The dashboards that come with ocsf4j: security findings, network activity, DNS activity, API activity and the health of the
 * pipeline. Each is a file beside this class. Immutable, thread-safe.
 */
public final class Dashboards {

    private static final Map<String, Field> FIELDS = DashboardReader.fields("fields.json", bytes("fields.json"));
    private static final List<Dashboard> ALL = List.of(
            load("security-findings"),
            load("network-activity"),
            load("dns-activity"),
            load("api-activity"),
            load("pipeline-health"));

    private Dashboards() {}

    /** All five, in reading order. */
    public static List<Dashboard> all() {
        return ALL;
    }

    /** The dashboard of that id. */
    public static Dashboard named(String id) {
        for (Dashboard dashboard : ALL) {
            if (dashboard.id().equals(id)) {
                return dashboard;
            }
        }
        throw new IllegalArgumentException("[dashboards] there is no such dashboard; " + id);
    }

    /** Every field that dashboards may use, by its id. */
    public static Collection<Field> fields() {
        return FIELDS.values();
    }

    /** The field of that id. */
    static Field field(String id) {
        Field field = FIELDS.get(id);
        if (field == null) {
            throw new IllegalArgumentException("[fields.json] there is no such field; " + id);
        }
        return field;
    }

    /** The attribute paths that an OCSF event's mapping needs for these dashboards, sorted. */
    public static Set<String> eventPaths() {
        Set<String> paths = new TreeSet<>();
        for (Dashboard dashboard : ALL) {
            if (!dashboard.id().equals("pipeline-health")) {
                dashboard.fields().forEach(field -> paths.addAll(field.names()));
            }
        }
        return paths;
    }

    private static Dashboard load(String id) {
        return DashboardReader.dashboard(id + ".json", bytes(id + ".json"), FIELDS);
    }

    static byte[] bytes(String file) {
        try (InputStream in = Dashboards.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("[" + file + "] the file is not in the jar; build it anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
