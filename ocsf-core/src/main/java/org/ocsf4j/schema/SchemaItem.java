package org.ocsf4j.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has attributes: an event class or an object. */
public sealed interface SchemaItem permits SchemaClass, SchemaObject {

    String name();

    String caption();

    /** The item that it extends; null for a root. */
    @Nullable
    String parent();

    /** The extension that defines it; null for the core schema. */
    @Nullable
    String extension();

    /** Its own profiles and those of every object that it reaches, sorted. */
    List<String> profiles();

    SchemaConstraints constraints();

    /** The version since which the schema advises against it; null where it does not. */
    @Nullable
    String deprecatedSince();

    /** Its attributes by name, inherited and profiles' ones included. */
    Map<String, SchemaAttribute> attributes();

    /** The attribute with this name; null where the item has none. */
    default @Nullable SchemaAttribute attribute(String name) {
        return attributes().get(name);
    }

    /** {@code extension/name} for what an extension defines, else the name. */
    default String scopedName() {
        String extension = extension();
        return extension == null ? name() : extension + "/" + name();
    }
}
