package org.ocsf4j.opensearch;

import java.util.Arrays;

/**
 * Tells an event that breaks the destination from a destination that is broken: an item that was answered 500 eight times, while
 * the sink has stored something else since the first time, is refused like any other document. Where nothing is stored in between,
 * it is the destination, and the write goes on until its budget is used up. Belongs to one write.
 */
final class StubbornItems {

    static final int MAX_FAILURES = 8;

    private int[] failures = new int[0];
    private long[] storedAtFirst = new long[0];

    /**
     * Notes a 500.
     *
     * @param stored how many items the sink has stored so far, over all writes
     * @param storedBefore how many it had stored when this trouble began, or {@code stored} where it begins now
     * @return whether the event is to be given up
     */
    boolean failed(int event, int events, long stored, long storedBefore) {
        if (failures.length == 0) {
            failures = new int[events];
            storedAtFirst = new long[events];
            Arrays.fill(storedAtFirst, Long.MAX_VALUE);
        }
        failures[event]++;
        storedAtFirst[event] = Math.min(storedAtFirst[event], storedBefore);
        return failures[event] >= MAX_FAILURES && stored > storedAtFirst[event];
    }
}
