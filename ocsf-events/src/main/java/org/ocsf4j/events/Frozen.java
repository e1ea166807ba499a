package org.ocsf4j.events;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/** Copies that nobody can change. */
final class Frozen {

    private Frozen() {}

    static <T> @Nullable List<T> list(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** Of any JSON, or of objects without attributes of their own. */
    @SuppressWarnings("unchecked") // a copy is of the type of what it copies
    static <T> @Nullable List<T> jsonList(@Nullable List<T> list) {
        return list == null ? null : (List<T>) list.stream().map(Frozen::value).toList();
    }

    static @Nullable Map<String, Object> map(@Nullable Map<String, Object> map) {
        return map == null ? null : members(map);
    }

    static Map<String, Object> members(Map<String, Object> map) {
        if (map.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> copy = new LinkedHashMap<>(map.size() * 2);
        map.forEach((name, value) -> copy.put(name, value(value)));
        return Collections.unmodifiableMap(copy);
    }

    static @Nullable Object json(@Nullable Object value) {
        return value == null ? null : value(value);
    }

    private static Object value(@Nullable Object value) {
        if (value == null) {
            return JsonTree.NULL;
        }
        Map<String, Object> map = JsonTree.objectOrNull(value);
        if (map != null) {
            return members(map);
        }
        List<Object> list = JsonTree.arrayOrNull(value);
        if (list != null) {
            return list.stream().map(Frozen::value).toList();
        }
        if (value instanceof String || value instanceof Boolean || value == JsonTree.NULL) {
            return value;
        }
        if (value instanceof Long || value instanceof BigInteger || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString());
        }
        throw new IllegalArgumentException(
                "[OCSF event] a value has no form in JSON; " + value.getClass() + "; use maps, lists and scalars");
    }
}
