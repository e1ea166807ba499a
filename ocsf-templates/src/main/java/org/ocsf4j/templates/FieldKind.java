package org.ocsf4j.templates;

/** What a field can be mapped as where the caller decides: for a promoted key of {@code unmapped}, or instead of the generated mapping. */
public enum FieldKind {
    /** A string as a whole. */
    KEYWORD,
    /** Words of a text. */
    TEXT,
    /** A string as a whole, for patterns with {@code *} anywhere. */
    WILDCARD,
    /** A whole number of 64 bits. */
    LONG,
    /** A whole number from 0 to 2^64 - 1. */
    UNSIGNED_LONG,
    DOUBLE,
    BOOLEAN,
    /** Epoch milliseconds or RFC 3339. */
    DATE,
    IP
}
