package org.ocsf4j.schema.validate;

/** How bad a finding is. */
public enum Severity {
    /** The event is not what its class prescribes. */
    ERROR,
    /** The event is readable, and something in it is not the schema's. */
    WARNING,
    /** The event could say more. */
    NOTE
}
