package org.ocsf4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * One conversion, measured in the process that did it.
 *
 * @param rows rows converted, over all threads
 * @param jsonBytes bytes of JSON, over all threads; 0 where the way does not tell
 * @param wallNanos time from begin to end
 * @param threadNanos CPU of the converting threads
 * @param processNanos CPU of the process from begin to end: with JIT, garbage collection and threads of libraries
 * @param allocatedBytes what the converting threads allocated on the heap
 * @param totalNanos CPU of the process since it was started
 * @param peakBytes most memory that the process had resident so far; 0 where the system does not tell
 */
record Measured(
        long rows,
        long jsonBytes,
        long wallNanos,
        long threadNanos,
        long processNanos,
        long allocatedBytes,
        long totalNanos,
        long peakBytes) {

    static final String MARK = "measured ";

    /** One line, that {@link #parse} understands. */
    String line() {
        return MARK + rows + " " + jsonBytes + " " + wallNanos + " " + threadNanos + " " + processNanos + " "
                + allocatedBytes + " " + totalNanos + " " + peakBytes;
    }

    static Measured parse(String line) {
        List<Long> numbers = new ArrayList<>();
        for (String number : line.substring(MARK.length()).split(" ", -1)) {
            numbers.add(Long.valueOf(number));
        }
        return new Measured(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                numbers.get(6),
                numbers.get(7));
    }
}
