package org.ocsf4j.schema.normalize;

/** What a normaliser does, each part of which can be left out. */
public enum NormalizationStep {
    /** Class and attributes become those of the target version; what has no place there goes to {@code unmapped}. */
    UPGRADE,
    /** What the event called itself before is kept in {@code unmapped} as {@code ocsf.version} and {@code ocsf.class_uid}. */
    KEEP_ORIGINAL,
    /** {@code time} in seconds, micro- or nanoseconds becomes milliseconds; {@code metadata.original_time} keeps it. */
    TIME_UNIT,
    /** A caption is filled in from its id. */
    CAPTIONS,
    /** An id is filled in from its caption: the schema's, or 99 (Other) where the caption is the source's own. */
    IDS,
    /** {@code X_dt} is filled in from {@code X}, in UTC, and the profile {@code datetime} listed. */
    DATETIMES,
    /** {@code X} is filled in from {@code X_dt}. */
    EPOCHS,
    /** {@code observables} are gathered where the event has none. */
    OBSERVABLES
}
