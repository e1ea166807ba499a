package org.ocsf4j.events;

/** A value that the schema gives an attribute of texts, such as {@link HttpMethod#GET}. Implemented by enums. */
public interface OcsfText {

    /** The text in events. */
    String text();

    /** The text for readers. */
    String caption();
}
