package org.ocsf4j.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;

/**
 * The index of each event of one batch, and the events ordered by index, so that a bulk request names most indices once, in its
 * path. Neighbouring events are mostly of one class and day: the name is worked out once a run.
 */
final class EventIndexes {

    private final int[] ordinals;
    private String[] names = new String[4];
    private byte[][] encoded = new byte[4][];
    private int count;

    EventIndexes(EventBatch batch, IndexNaming naming) {
        int events = batch.count();
        ordinals = new int[events];
        Map<String, Integer> known = new HashMap<>();
        EventClass runClass = EventClass.UNKNOWN;
        long runDay = 0;
        int run = -1;
        for (int i = 0; i < events; i++) {
            EventClass eventClass = batch.eventClass(i);
            long timeMillis = batch.timeMillis(i);
            long day = IndexNaming.day(timeMillis);
            if (run < 0 || day != runDay || !eventClass.equals(runClass)) {
                run = ordinal(known, naming.indexFor(eventClass, timeMillis));
                runClass = eventClass;
                runDay = day;
            }
            ordinals[i] = run;
        }
    }

    /** Indices that were named before and are kept, one for each event. */
    EventIndexes(List<String> written) {
        ordinals = new int[written.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < ordinals.length; i++) {
            ordinals[i] = ordinal(known, written.get(i));
        }
    }

    private int ordinal(Map<String, Integer> known, String name) {
        Integer ordinal = known.get(name);
        if (ordinal != null) {
            return ordinal;
        }
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            encoded = Arrays.copyOf(encoded, count * 2);
        }
        names[count] = name;
        encoded[count] = name.getBytes(StandardCharsets.US_ASCII);
        known.put(name, count);
        return count++;
    }

    /** Which of the batch's indices the event belongs to, from 0. */
    int ordinal(int event) {
        return ordinals[event];
    }

    /** The name of the event's index. */
    String name(int event) {
        return names[ordinals[event]];
    }

    /** The name of the event's index in ASCII; not to be altered. */
    byte[] nameBytes(int event) {
        return encoded[ordinals[event]];
    }

    /** The events' positions, those of one index together and in their order. */
    int[] positionsByIndex() {
        int[] next = new int[count + 1];
        for (int ordinal : ordinals) {
            next[ordinal + 1]++;
        }
        for (int i = 0; i < count; i++) {
            next[i + 1] += next[i];
        }
        int[] positions = new int[ordinals.length];
        for (int i = 0; i < ordinals.length; i++) {
            positions[next[ordinals[i]]++] = i;
        }
        return positions;
    }
}
