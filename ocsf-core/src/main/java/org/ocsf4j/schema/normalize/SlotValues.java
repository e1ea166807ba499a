package org.ocsf4j.schema.normalize;

import java.util.Arrays;

/** Where one event's slots are in its buffer, and their numbers. Reused. Not thread-safe. */
final class SlotValues {

    private byte[] json = {};
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private long[] numbers = new long[64];
    private int count;

    void reset(byte[] buffer) {
        json = buffer;
        count = 0;
    }

    void add(int start, int end, long number) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        numbers[count] = number;
        count++;
    }

    byte[] json() {
        return json;
    }

    int start(int slot) {
        return starts[slot];
    }

    int end(int slot) {
        return ends[slot];
    }

    /** Without quotes. */
    int textStart(int slot) {
        return json[starts[slot]] == '"' ? starts[slot] + 1 : starts[slot];
    }

    /** Without quotes. */
    int textEnd(int slot) {
        return json[starts[slot]] == '"' ? ends[slot] - 1 : ends[slot];
    }

    /** The number, or the milliseconds of the date and time. */
    long number(int slot) {
        return numbers[slot];
    }
}
