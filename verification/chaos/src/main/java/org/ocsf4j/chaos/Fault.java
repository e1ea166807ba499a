package org.ocsf4j.chaos;

/** What a proxy does to one bulk request, and of how many in a hundred. */
enum Fault {
    /** Passes it on after a while. */
    DELAY(6),
    /** Hangs up and passes nothing on. */
    CUT(3),
    /** Passes it on and hangs up instead of answering. */
    DROP_ANSWER(4),
    /** Passes it on and sends half of the answer. */
    HALF_ANSWER(3),
    TOO_MANY_REQUESTS(4),
    UNAVAILABLE(3),
    /** Only of requests that can be halved. */
    TOO_LARGE(1),
    NONE(76);

    private final int percent;

    Fault(int percent) {
        this.percent = percent;
    }

    /** Draws a fault with a number from 0 to 99. */
    static Fault of(int number) {
        int sum = 0;
        for (Fault fault : values()) {
            sum += fault.percent;
            if (number < sum) {
                return fault;
            }
        }
        return NONE;
    }
}
