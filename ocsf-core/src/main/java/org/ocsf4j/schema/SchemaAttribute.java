package org.ocsf4j.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as one class or object has it: the dictionary's entry with what the class or object changes laid over it.
 *
 * @param name such as {@code src_endpoint}
 * @param type a scalar type such as {@code ip_t}, or an object's name
 * @param isObject whether {@code type} is an object's name
 * @param isArray whether a value is an array of that type
 * @param requirement as the class or object has it; of a dictionary entry, always optional
 * @param caption the human-readable name
 * @param enumeration its values where it is an enum
 * @param sibling of an enum of ids, the attribute that holds the caption
 * @param profiles the profiles that bring it; empty where it is there without a profile
 * @param observable the observable type id of its values
 * @param deprecatedSince the version since which the schema advises against it
 * @param extension the extension whose dictionary defines it
 */
public record SchemaAttribute(
        String name,
        String type,
        boolean isObject,
        boolean isArray,
        Requirement requirement,
        String caption,
        @Nullable AttributeEnum enumeration,
        @Nullable String sibling,
        List<String> profiles,
        @Nullable Integer observable,
        @Nullable String deprecatedSince,
        @Nullable String extension) {

    public SchemaAttribute {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(requirement, "requirement");
        Objects.requireNonNull(caption, "caption");
        profiles = List.copyOf(profiles);
    }

    /** Whether an event of the given profiles may have it: it needs none, or one of them is there. */
    public boolean appliesTo(List<String> eventProfiles) {
        if (profiles.isEmpty()) {
            return true;
        }
        for (String profile : profiles) {
            if (eventProfiles.contains(profile)) {
                return true;
            }
        }
        return false;
    }

    SchemaAttribute withEnumeration(AttributeEnum values) {
        return new SchemaAttribute(
                name,
                type,
                isObject,
                isArray,
                requirement,
                caption,
                values,
                sibling,
                profiles,
                observable,
                deprecatedSince,
                extension);
    }
}
