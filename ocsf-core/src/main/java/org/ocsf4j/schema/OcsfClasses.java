package org.ocsf4j.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventClass;

/**
 * The event classes of every bundled OCSF version, looked up by version and {@code class_uid} together, since a uid changes
 * its meaning between versions. Loaded on first use, immutable, thread-safe.
 */
public final class OcsfClasses {

    /** Stands for every event whose version or class no bundled version knows. */
    public static final OcsfClass UNKNOWN = new OcsfClass("unknown", 0, "unknown", "Unknown", 0, "unknown");

    private static final String RESOURCE = "classes.tsv";

    private OcsfClasses() {}

    /** The class with this uid in this version; null where either is not known. */
    public static @Nullable OcsfClass find(@Nullable String version, long classUid) {
        Map<Long, OcsfClass> classes = version == null ? null : Tables.BY_VERSION.get(version);
        return classes == null ? null : classes.get(classUid);
    }

    /** The class that an event says it is, {@link #UNKNOWN} where no bundled version knows it. */
    public static OcsfClass orUnknown(EventClass eventClass) {
        Long uid = eventClass.classUid();
        OcsfClass found = uid == null ? null : find(eventClass.version(), uid);
        return found == null ? UNKNOWN : found;
    }

    public static boolean isKnownVersion(@Nullable String version) {
        return version != null && Tables.BY_VERSION.containsKey(version);
    }

    /** The bundled versions, oldest first. */
    public static List<String> versions() {
        return List.copyOf(Tables.BY_VERSION.keySet());
    }

    /** Every class of every version, by version and uid. */
    public static List<OcsfClass> all() {
        return Tables.ALL;
    }

    private static final class Tables {

        private static final List<OcsfClass> ALL = read();
        private static final Map<String, Map<Long, OcsfClass>> BY_VERSION = index(ALL);

        private static List<OcsfClass> read() {
            List<OcsfClass> classes = new ArrayList<>();
            try (InputStream resource = OcsfClasses.class.getResourceAsStream(RESOURCE)) {
                if (resource == null) {
                    throw new IllegalStateException("[ocsf-core] the resource is missing; " + RESOURCE);
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#")) {
                        classes.add(parse(line));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return List.copyOf(classes);
        }

        private static OcsfClass parse(String line) {
            String[] cells = line.split("\t", -1);
            return new OcsfClass(
                    cells[0], Integer.parseInt(cells[1]), cells[2], cells[3], Integer.parseInt(cells[4]), cells[5]);
        }

        private static Map<String, Map<Long, OcsfClass>> index(List<OcsfClass> classes) {
            Map<String, Map<Long, OcsfClass>> byVersion = new LinkedHashMap<>();
            for (OcsfClass c : classes) {
                byVersion
                        .computeIfAbsent(c.version(), v -> new LinkedHashMap<>())
                        .put((long) c.uid(), c);
            }
            return byVersion;
        }
    }
}
