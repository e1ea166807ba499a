package org.ocsf4j.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object: what stands between a class and its scalars.
 *
 * @param observable the observable type id of values of this object
 */
public record SchemaObject(
        String name,
        String caption,
        @Nullable String parent,
        @Nullable String extension,
        List<String> profiles,
        SchemaConstraints constraints,
        @Nullable String deprecatedSince,
        @Nullable Integer observable,
        Map<String, SchemaAttribute> attributes)
        implements SchemaItem {

    /** The object that may hold anything. */
    public static final String FREE_FORM = "object";

    public SchemaObject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(constraints, "constraints");
        profiles = List.copyOf(profiles);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Whether it may hold anything: the object {@code object}, or one without attributes. */
    public boolean isFreeForm() {
        return name.equals(FREE_FORM) || attributes.isEmpty();
    }
}
