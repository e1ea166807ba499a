package org.ocsf4j.events;

/** A value that the schema gives an attribute of ids, such as {@link SeverityId#HIGH}. Implemented by enums. */
public interface OcsfId {

    /** The number in events. */
    int id();

    /** What the attribute of captions beside it says, such as {@code High}. */
    String caption();
}
