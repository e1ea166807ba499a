package org.ocsf4j.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scalar type of the dictionary.
 *
 * @param name such as {@code ip_t}
 * @param base the type that it refines, such as {@code string_t}; null for a root type
 * @param maxLength how many characters a value may have; null where the schema sets no limit
 * @param regex what a value has to match, in the spelling of the schema, which is not always that of Java
 * @param min the smallest value, together with {@code max}
 * @param max the largest value
 * @param values the only values there are, as JSON text; empty where the schema does not list them
 * @param observable the observable type id of values of this type
 */
public record SchemaType(
        String name,
        @Nullable String base,
        @Nullable Integer maxLength,
        @Nullable String regex,
        @Nullable Long min,
        @Nullable Long max,
        List<String> values,
        @Nullable Integer observable) {

    public SchemaType {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
    }
}
