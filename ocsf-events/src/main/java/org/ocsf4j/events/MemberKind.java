package org.ocsf4j.events;

/** What the value of a component is in JSON, and by which letter the generated table names it. */
enum MemberKind {
    STRING('s'),
    INTEGER('i'),
    LONG('l'),
    FLOAT('f'),
    BOOLEAN('b'),
    /** Any JSON. */
    JSON('j'),
    /** An object without attributes of its own. */
    MAP('m'),
    /** A record. */
    RECORD('o'),
    /** A number of an enum. */
    ID('e'),
    /** A text of an enum. */
    TEXT('t');

    private final char letter;

    MemberKind(char letter) {
        this.letter = letter;
    }

    static MemberKind ofLetter(char letter) {
        for (MemberKind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new IllegalArgumentException("[generated table] no kind of member; " + letter);
    }
}
