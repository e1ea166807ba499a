package org.ocsf4j.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventClass;

/**
 * The event classes of every bundled OCSF version, looked up by version and {@code class_uid} together, since a uid changes
 * its meaning between versions. A view of {@link OcsfSchema}: a version is read when it is first asked for. Thread-safe.
 */
public final class OcsfClasses {

    /** Stands for every event whose version or class no bundled version knows. */
    public static final OcsfClass UNKNOWN = new OcsfClass("unknown", 0, "unknown", "Unknown", 0, "unknown");

    private OcsfClasses() {}

    /** The class with this uid in this version; null where either is not known. */
    public static @Nullable OcsfClass find(@Nullable String version, long classUid) {
        OcsfSchema schema = OcsfSchema.find(version);
        SchemaClass found = schema == null ? null : schema.classWithUid(classUid);
        return found == null ? null : found.identity();
    }

    /** The class that an event says it is, {@link #UNKNOWN} where no bundled version knows it. */
    public static OcsfClass orUnknown(EventClass eventClass) {
        Long uid = eventClass.classUid();
        OcsfClass found = uid == null ? null : find(eventClass.version(), uid);
        return found == null ? UNKNOWN : found;
    }

    public static boolean isKnownVersion(@Nullable String version) {
        return version != null && versions().contains(version);
    }

    /** The bundled versions, oldest first. */
    public static List<String> versions() {
        return OcsfSchema.bundledVersions();
    }

    /** Every class of every version, by version and uid. Reads all versions. */
    public static List<OcsfClass> all() {
        List<OcsfClass> all = new ArrayList<>();
        for (String version : versions()) {
            for (SchemaClass c : OcsfSchema.version(version).classes()) {
                all.add(c.identity());
            }
        }
        all.sort(Comparator.comparing((OcsfClass c) -> versions().indexOf(c.version()))
                .thenComparing(OcsfClass::uid));
        return List.copyOf(all);
    }
}
