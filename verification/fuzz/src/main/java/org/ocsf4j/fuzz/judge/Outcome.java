package org.ocsf4j.fuzz.judge;

/** What became of a file, and whether that is allowed. */
public enum Outcome {
    /** As many rows as the footer declares. */
    READ(true),
    /** More rows than the judge cares to wait for, one after the other and as declared so far. */
    READ_IN_PART(true),
    /** Refused by an exception of the project that names the object. */
    REFUSED(true),

    /** Another number of rows, or other ordinals, than the footer declares. */
    WRONG_ROWS(false),
    /** A row that is no JSON document on one line. */
    INVALID_JSON(false),
    /** An exception that is none of the project's. */
    FOREIGN_EXCEPTION(false),
    /** A refusal that does not name the object, or no column where the footer is sound. */
    NO_PLACE(false),
    /** No end in the time allowed. */
    HANG(false),
    OUT_OF_MEMORY(false),
    STACK_OVERFLOW(false),
    /** The fuzzer itself could not make the case. */
    BROKEN_CASE(false);

    private final boolean allowed;

    Outcome(boolean allowed) {
        this.allowed = allowed;
    }

    public boolean isAllowed() {
        return allowed;
    }
}
