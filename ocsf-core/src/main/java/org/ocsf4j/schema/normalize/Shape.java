package org.ocsf4j.schema.normalize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One event's bytes with its values taken out: {@code literal 0, value 0, literal 1, … value n-1, literal n}. Literals hold names,
 * punctuation, and the values that make a difference to normalising. Not thread-safe.
 */
final class Shape {

    private final byte[] json;
    private final List<Value> values = new ArrayList<>();
    private final int start;
    private int end;

    /**
     * One value.
     *
     * @param path names from the event to it, each with a {@link #NAME_END} behind
     * @param start position of its first byte in the event's buffer
     * @param end position behind its last byte; that of the first where it is {@link SlotKind#OPEN}
     * @param number the number, or the milliseconds of a date and time
     */
    record Value(String path, SlotPlace place, SlotKind kind, int start, int end, long number) {}

    /** Ends each name of a path. */
    static final char NAME_END = '\u0001';

    Shape(byte[] json, int offset) {
        this.json = json;
        this.start = offset;
        this.end = offset;
    }

    void add(Value value) {
        values.add(value);
    }

    void endsAt(int position) {
        end = position;
    }

    int size() {
        return values.size();
    }

    Value value(int i) {
        return values.get(i);
    }

    /** The bytes of value {@code i}. */
    byte[] bytes(int i) {
        return Arrays.copyOfRange(json, value(i).start(), value(i).end());
    }

    /** The bytes before value {@code i}, or behind the last value. */
    byte[] literal(int i) {
        int from = i == 0 ? start : value(i - 1).end();
        return Arrays.copyOfRange(json, from, i == size() ? end : value(i).start());
    }

    /** Equal for events of one shape, and very likely not for others. */
    long fingerprint() {
        long hash = 1;
        for (int i = 0; i <= size(); i++) {
            for (byte b : literal(i)) {
                hash = hash * 0x5DEECE66DL + b;
            }
            hash = hash * 31 + (i == size() ? 0 : value(i).kind().name().hashCode());
        }
        return hash;
    }

    /** Which slot value {@code i} is, if it is one: how many slots come before it. */
    int slot(int i) {
        int slot = 0;
        for (int j = 0; j < i; j++) {
            slot += value(j).kind().isSlot() ? 1 : 0;
        }
        return slot;
    }

    /** What the event has for the slots. */
    SlotValues slotValues() {
        SlotValues slots = new SlotValues();
        slots.reset(json);
        for (Value value : values) {
            if (value.kind().isSlot()) {
                slots.add(value.start(), value.end(), value.number());
            }
        }
        return slots;
    }

    /** The bytes between each slot and the next. */
    List<byte[]> between() {
        List<byte[]> between = new ArrayList<>();
        int before = -1;
        for (Value value : values) {
            if (value.kind().isSlot()) {
                if (before >= 0) {
                    between.add(Arrays.copyOfRange(json, before, value.start()));
                }
                before = value.end();
            }
        }
        return between;
    }
}
