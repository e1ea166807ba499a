package org.ocsf4j.schema.json;

/** The bytes are no JSON. Carries no stack trace: hostile input must not make it dear. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    MalformedJsonException(String problem, int offset) {
        super("malformed JSON; " + problem + " at byte " + offset, null, false, false);
        this.offset = offset;
    }

    /** The byte, counted from the text's first, at which reading stopped. */
    public int offset() {
        return offset;
    }
}
