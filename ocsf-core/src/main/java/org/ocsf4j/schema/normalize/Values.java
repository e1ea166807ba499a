package org.ocsf4j.schema.normalize;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.ScalarKind;
import org.ocsf4j.schema.json.JsonTree;

/** Turns a scalar of one type into one of another, where that loses nothing. */
final class Values {

    private Values() {}

    /** The value as the kind has it; null where it has no such form. */
    static @Nullable Object as(ScalarKind kind, Object value) {
        return switch (kind) {
            case JSON -> value;
            case STRING -> string(value);
            case INTEGER, LONG -> whole(value);
            case FLOAT -> fraction(value);
            case BOOLEAN -> truth(value);
        };
    }

    private static @Nullable Object string(Object value) {
        if (value instanceof String || value == JsonTree.NULL) {
            return value;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    private static @Nullable Object whole(Object value) {
        if (value instanceof Long) {
            return value;
        }
        return value instanceof String text && text.matches("-?(0|[1-9]\\d{0,17})") ? Long.valueOf(text) : null;
    }

    private static @Nullable Object fraction(Object value) {
        if (value instanceof Number) {
            return value;
        }
        boolean number = value instanceof String text && text.matches("-?\\d{1,18}(\\.\\d{1,18})?");
        return number ? new BigDecimal((String) value) : null;
    }

    private static @Nullable Object truth(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        return "true".equals(value) ? (Object) true : "false".equals(value) ? false : null;
    }
}
