package org.ocsf4j.parquet.internal.shape;

/** How the values of a column are spelt in JSON. Each kind goes with one physical type, but for the bytes, of which there are two. */
public enum LeafKind {
    BOOLEAN,
    /** INT32 as a signed number. */
    INT32,
    /** INT64 as a signed number. */
    INT64,
    /** INT32, its bits taken as unsigned. */
    UINT32,
    /** INT64, its bits taken as unsigned. */
    UINT64,
    /** Two bytes, IEEE 754 half precision, little-endian. */
    FLOAT16,
    FLOAT,
    DOUBLE,
    DECIMAL_INT32,
    DECIMAL_INT64,
    /** Two's complement, big-endian, of any length. */
    DECIMAL_BYTES,
    /** UTF-8; what is not becomes U+FFFD and is counted. Also enum, and json that is not embedded. */
    STRING,
    /** Embedded as JSON where it parses, else as {@link #STRING}. */
    EMBEDDED_JSON,
    /** Sixteen bytes in canonical text. */
    UUID,
    /**
     * Bytes without annotation: a string where they are UTF-8 without control characters (general category Cc) but tab, line
     * feed and carriage return, else base64.
     */
    TEXT_OR_BASE64,
    /** Bytes that have no better spelling. */
    BASE64,
    /** Bytes that are not spelt at all: one of the two columns of a {@link VariantShape}. */
    VARIANT_PART,
    /** INT64 milliseconds, as epoch milliseconds. */
    MILLIS_AS_NUMBER,
    /** INT64 microseconds, as epoch milliseconds, rounded down. */
    MICROS_AS_NUMBER,
    /** INT64 nanoseconds, as epoch milliseconds, rounded down. */
    NANOS_AS_NUMBER,
    /** Nanoseconds of the day and Julian day, as epoch milliseconds, rounded down. */
    INT96_AS_NUMBER,
    /** INT64 milliseconds, as RFC 3339. */
    MILLIS_AS_TEXT,
    /** INT64 microseconds, as RFC 3339. */
    MICROS_AS_TEXT,
    /** INT64 nanoseconds, as RFC 3339. */
    NANOS_AS_TEXT,
    /** Nanoseconds of the day and Julian day, as RFC 3339. */
    INT96_AS_TEXT,
    /** INT32 days since the epoch, as {@code yyyy-MM-dd}. */
    DATE,
    /** INT32 milliseconds of the day, as {@code HH:mm:ss}. */
    TIME_MILLIS,
    /** INT64 microseconds of the day, as {@code HH:mm:ss}. */
    TIME_MICROS,
    /** INT64 nanoseconds of the day, as {@code HH:mm:ss}. */
    TIME_NANOS;

    /** Whether a value may be NaN or infinite, which JSON has no number for. */
    public boolean mayBeNonFinite() {
        return this == FLOAT || this == DOUBLE || this == FLOAT16;
    }
}
