package org.ocsf4j.schema.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change from an older schema to a newer one.
 *
 * @param kind what happened
 * @param itemKind {@code class} or {@code object}
 * @param item the class or object, by its newer name
 * @param attribute the attribute, by its newer name where it has one; null for the item itself
 * @param before what the older schema says; null where it says nothing
 * @param after what the newer schema says; null where it says nothing
 */
public record SchemaChange(
        ChangeKind kind,
        String itemKind,
        String item,
        @Nullable String attribute,
        @Nullable String before,
        @Nullable String after) {

    public SchemaChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(itemKind, "itemKind");
        Objects.requireNonNull(item, "item");
    }
}
