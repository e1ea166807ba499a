package org.ocsf4j.events;

import org.jspecify.annotations.Nullable;

/**
 * The id in an event: one that the schema has, or another, which is kept.
 *
 * @param id the number, whether the schema has it or not
 * @param known the schema's value of that id; null where it has none
 */
public record EnumId<E extends Enum<E> & OcsfId>(long id, @Nullable E known) {

    public EnumId {
        if (known != null && known.id() != id) {
            throw new IllegalArgumentException("[enum] the id is not that of the value; " + id + " and " + known);
        }
    }

    /** The id of a value of the schema. */
    public static <E extends Enum<E> & OcsfId> EnumId<E> of(E value) {
        return new EnumId<>(value.id(), value);
    }

    public boolean is(E value) {
        return known == value;
    }

    /** The schema's caption; null for an id that it has not. */
    public @Nullable String caption() {
        return known == null ? null : known.caption();
    }

    /** The name of the value, else the number. */
    @Override
    public String toString() {
        return known == null ? Long.toString(id) : known.name();
    }
}
