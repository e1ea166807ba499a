package org.ocsf4j.events;

import java.util.HashMap;
import java.util.Map;

/** The values of one enum of ids by their numbers. */
final class IdValues<E extends Enum<E> & OcsfId> {

    private final Map<Long, EnumId<E>> byId = new HashMap<>();

    IdValues(E[] values) {
        for (E value : values) {
            byId.put((long) value.id(), EnumId.of(value));
        }
    }

    EnumId<E> of(long id) {
        EnumId<E> known = byId.get(id);
        return known == null ? new EnumId<>(id, null) : known;
    }
}
