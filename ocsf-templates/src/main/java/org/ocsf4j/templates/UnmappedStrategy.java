package org.ocsf4j.templates;

/** What becomes of {@code unmapped}, the map of what a source has and OCSF has not. */
public enum UnmappedStrategy {
    /** Every key is found by {@code unmapped.<key>}; none is counted or sorted by. One field, however many keys. */
    FLAT_OBJECT,
    /** Kept in the document; only promoted keys are found. The cheapest. */
    NOT_INDEXED,
    /** An array of {@code {key, value}}; an ingest pipeline turns the map into it. */
    ENTRIES,
    /** Words of keys and values, in {@code ocsf_unmapped_text}; an ingest pipeline writes it. */
    TEXT
}
