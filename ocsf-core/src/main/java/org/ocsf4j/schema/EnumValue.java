package org.ocsf4j.schema;

import java.util.Objects;

/**
 * One value of an enum attribute.
 *
 * @param id the value as the schema spells it; a number for {@code *_id} attributes, text for others
 * @param caption what the sibling attribute says for it
 * @param deprecated whether the schema advises against it
 */
public record EnumValue(String id, String caption, boolean deprecated) {

    public EnumValue {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(caption, "caption");
    }
}
