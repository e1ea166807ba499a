package org.ocsf4j.templates;

/** What becomes of a field that the mapping does not have. */
public enum DynamicMapping {
    /** It is kept in the document and not searchable. */
    FALSE,
    /** The document is refused. */
    STRICT,
    /** It is added to the mapping, until the limit of fields is reached; then documents are refused. */
    TRUE
}
