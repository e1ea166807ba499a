package org.ocsf4j.schema.diff;

/** What happened to a class, an object or an attribute. */
public enum ChangeKind {
    ADDED,
    REMOVED,
    /** The old name is gone and this one stands for the same; the detail says which rule found it. */
    RENAMED,
    UID_CHANGED,
    TYPE_CHANGED,
    ARRAY_CHANGED,
    REQUIREMENT_CHANGED,
    PROFILES_CHANGED,
    ENUM_VALUE_ADDED,
    ENUM_VALUE_REMOVED,
    ENUM_CAPTION_CHANGED,
    CONSTRAINTS_CHANGED,
    DEPRECATED
}
