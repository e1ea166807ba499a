package org.ocsf4j.schema.normalize;

/** What stands where a shape leaves a value open. Values of one kind make no difference to what normalising does. */
enum SlotKind {
    /** A text other than the two below, without escaped surrogates. */
    TEXT(0),
    /** A text that is a date and time, where one is expected. */
    TIME_TEXT(1),
    /** A whole number that can be milliseconds of the years 1973 to 5138. */
    MILLIS(2),
    /** Any other whole number of 64 bits. */
    LONG(3),
    /** A number with a fraction or an exponent. */
    DECIMAL(4),
    /** An object with members, where anything may stand. */
    OBJECT(5),
    /** {@code ""}. */
    EMPTY(6),
    /** {@code "-"}, which stands for null in flow logs. */
    DASH(7),
    TRUE(8),
    FALSE(9),
    NULL(10),
    /** An object or array that is part of the shape. */
    OPEN(11);

    /** How many kinds there are. */
    static final int COUNT = 12;

    private final int index;

    SlotKind(int index) {
        this.index = index;
    }

    /** From 0 on. */
    int index() {
        return index;
    }

    /** Whether the shape leaves the value open, which the other kinds are already. */
    boolean isSlot() {
        return index <= OBJECT.index;
    }
}
