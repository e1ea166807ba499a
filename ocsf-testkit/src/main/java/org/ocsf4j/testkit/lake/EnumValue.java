package org.ocsf4j.testkit.lake;

/** A member of an OCSF enumeration: its integer, and the caption that stands beside it. */
record EnumValue(int id, String caption) {

    static final EnumValue UNKNOWN = new EnumValue(0, "Unknown");
}
