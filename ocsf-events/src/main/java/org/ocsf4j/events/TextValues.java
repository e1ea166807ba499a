package org.ocsf4j.events;

import java.util.HashMap;
import java.util.Map;

/** The values of one enum of texts by their texts. */
final class TextValues<E extends Enum<E> & OcsfText> {

    private final Map<String, EnumText<E>> byText = new HashMap<>();

    TextValues(E[] values) {
        for (E value : values) {
            byText.put(value.text(), EnumText.of(value));
        }
    }

    EnumText<E> of(String text) {
        EnumText<E> known = byText.get(text);
        return known == null ? new EnumText<>(text, null) : known;
    }
}
