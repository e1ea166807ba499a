package org.ocsf4j.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an event says it is. The class uid means something only together with the version: 3005 is API Activity in
 * 1.0.0-rc.2 and User Access Management after.
 *
 * @param version {@code metadata.version} as the event has it, untrusted text
 * @param classUid {@code class_uid}
 */
public record EventClass(@Nullable String version, @Nullable Long classUid) {

    /** An event that names neither. */
    public static final EventClass UNKNOWN = new EventClass(null, null);

    @Override
    public String toString() {
        return Objects.requireNonNullElse(version, "?") + "/" + (classUid == null ? "?" : classUid.toString());
    }
}
