package org.ocsf4j.parquet;

/** How a timestamp column is written. */
public enum TimestampFormat {
    /**
     * A column named {@code time} or ending in {@code _time} as epoch milliseconds (OCSF {@code timestamp_t}), any other as
     * RFC 3339 (OCSF {@code datetime_t}).
     */
    BY_NAME,
    /** Always RFC 3339 text. */
    ALWAYS_RFC3339,
    /** Always a number, milliseconds since the epoch. */
    ALWAYS_EPOCH_MILLIS
}
