package org.ocsf4j.schema;

/** What a value of a scalar type is in JSON. */
public enum ScalarKind {
    STRING,
    /** A whole number of 32 bits. */
    INTEGER,
    /** A whole number of 64 bits. */
    LONG,
    FLOAT,
    BOOLEAN,
    /** Any JSON. */
    JSON;

    /** The kind of a root type; {@link #STRING} for a name that is none, as 1.0.0-rc.2 needs it. */
    static ScalarKind ofRoot(String type) {
        return switch (type) {
            case "integer_t" -> INTEGER;
            case "long_t" -> LONG;
            case "float_t" -> FLOAT;
            case "boolean_t" -> BOOLEAN;
            case "json_t", "object_t" -> JSON;
            default -> STRING;
        };
    }
}
