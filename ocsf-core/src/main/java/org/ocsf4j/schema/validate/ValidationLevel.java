package org.ocsf4j.schema.validate;

/** What is done about an event's findings. */
public enum ValidationLevel {
    /** Nothing is checked. */
    OFF,
    /** Findings are counted, events stay as they are. */
    COUNT,
    /** Findings are counted, and events with findings are given them as a member. */
    TAG,
    /** Findings are counted, and events with an error are refused. */
    REJECT
}
