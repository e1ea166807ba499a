package org.ocsf4j.opensearch;

/** What a bulk item asks for. */
public enum OperationType {
    /** Stores a document only where there is none of its id: what is there is left as it is. The default. */
    CREATE("create"),
    /**
     * Stores a document over what is there. Writing again still leaves one document, but takes away what somebody has added to
     * it meanwhile. Data streams do not take it.
     */
    INDEX("index");

    private final String action;

    OperationType(String action) {
        this.action = action;
    }

    String action() {
        return action;
    }
}
