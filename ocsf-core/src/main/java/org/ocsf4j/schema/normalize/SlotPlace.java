package org.ocsf4j.schema.normalize;

/** What an attribute's name and type say about the values to expect. */
enum SlotPlace {
    VALUE,
    /** The event's {@code time}, whose unit is told by its size. */
    TIME,
    /** A name that ends in {@code _dt}. */
    DATETIME,
    /** Any JSON may stand here. */
    FREE,
    /** The event's {@code unmapped}. */
    UNMAPPED
}
