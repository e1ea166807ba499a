package org.ocsf4j.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text in an event where the schema lists texts: one that it has, or another, which is kept.
 *
 * @param text whether the schema has it or not
 * @param known the schema's value of that text; null where it has none
 */
public record EnumText<E extends Enum<E> & OcsfText>(String text, @Nullable E known) {

    public EnumText {
        Objects.requireNonNull(text, "text");
        if (known != null && !known.text().equals(text)) {
            throw new IllegalArgumentException("[enum] the text is not that of the value; " + text + " and " + known);
        }
    }

    /** The text of a value of the schema. */
    public static <E extends Enum<E> & OcsfText> EnumText<E> of(E value) {
        return new EnumText<>(value.text(), value);
    }

    public boolean is(E value) {
        return known == value;
    }

    @Override
    public String toString() {
        return text;
    }
}
