package org.ocsf4j.schema.normalize;

import java.util.Arrays;
import java.util.List;
import org.ocsf4j.event.EventClass;

/**
 * What the events of one shape become: bytes of its own and bytes of the event, one behind the other. Immutable; the bytes in it
 * are never changed.
 */
final class Splice {

    /** One step: what to write next. */
    sealed interface Step {

        /** Bytes of the splice. */
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Literal(byte[] bytes) implements Step {}

        /** The event's bytes from the first byte of one slot to the last of another. */
        record Copy(int first, int last) implements Step {}

        /** One slot in another form. */
        record Formed(int slot, Probe.Form form) implements Step {}
    }

    /** Where the event's time is: a slot, or a value of the shape. */
    record Time(int slot, long value) {

        static final int NO_SLOT = -1;
    }

    private final Step[] steps;
    private final int[][] distinct;
    private final EventClass eventClass;
    private final Time time;

    /**
     * @param distinct groups of slots no two of which may hold the same: observables of one kind
     * @param eventClass what the events are afterwards
     */
    Splice(List<Step> steps, List<int[]> distinct, EventClass eventClass, Time time) {
        this.steps = steps.toArray(new Step[0]);
        this.distinct = distinct.toArray(new int[0][]);
        this.eventClass = eventClass;
        this.time = time;
    }

    EventClass eventClass() {
        return eventClass;
    }

    long timeMillis(SlotValues slots) {
        return time.slot() == Time.NO_SLOT ? time.value() : slots.number(time.slot());
    }

    /** Writes the event; false where these values make another event than the shape's. */
    boolean write(SlotValues slots, OutputBytes out) {
        for (int[] group : distinct) {
            if (!areDistinct(slots, group)) {
                return false;
            }
        }
        byte[] json = slots.json();
        for (Step step : steps) {
            if (step instanceof Step.Copy copy) {
                int start = slots.start(copy.first());
                out.write(json, start, slots.end(copy.last()) - start);
            } else if (step instanceof Step.Literal literal) {
                out.write(literal.bytes(), 0, literal.bytes().length);
            } else if (step instanceof Step.Formed formed && !formed(slots, formed, out)) {
                return false;
            }
        }
        return true;
    }

    private static boolean formed(SlotValues slots, Step.Formed formed, OutputBytes out) {
        int slot = formed.slot();
        int start = slots.start(slot);
        int length = slots.end(slot) - start;
        switch (formed.form()) {
            case QUOTED -> {
                out.write('"');
                out.write(slots.json(), start, length);
                out.write('"');
            }
            case MEMBERS -> out.write(slots.json(), start + 1, length - 2);
            case DATETIME -> {
                if (!DateTimeText.hasText(slots.number(slot))) {
                    return false;
                }
                out.write('"');
                out.writeDateTime(slots.number(slot));
                out.write('"');
            }
            case EPOCH -> out.writeNumber(slots.number(slot));
            default -> throw new IllegalStateException("no form of a splice; " + formed);
        }
        return true;
    }

    private static boolean areDistinct(SlotValues slots, int[] group) {
        byte[] json = slots.json();
        for (int i = 1; i < group.length; i++) {
            int start = slots.textStart(group[i]);
            int end = slots.textEnd(group[i]);
            for (int j = 0; j < i; j++) {
                if (Arrays.equals(json, start, end, json, slots.textStart(group[j]), slots.textEnd(group[j]))) {
                    return false;
                }
            }
        }
        return true;
    }
}
