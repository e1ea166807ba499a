package org.ocsf4j.parquet.internal.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The entries of one map while it is written, so that of those with one key only the last stays: the bytes of the earlier ones
 * are taken out when the map ends.
 */
public final class MapEntries {

    private final JsonSink sink;
    private final Tally tally;
    private final Map<String, Integer> lastByKey = new HashMap<>();
    private int[] starts = new int[8];
    private boolean[] dropped = new boolean[8];
    private int count;
    private int duplicates;

    /** To be made right behind the map's opening brace. */
    public MapEntries(JsonSink sink, Tally tally) {
        this.sink = sink;
        this.tally = tally;
    }

    /** Begins an entry. */
    public void add(String key) throws IOException {
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count + 2);
            dropped = Arrays.copyOf(dropped, 2 * count + 2);
        }
        starts[count] = sink.position();
        Integer earlier = lastByKey.put(key, count);
        if (earlier != null) {
            dropped[earlier] = true;
            duplicates++;
        }
        count++;
        sink.entry(key);
    }

    /** Takes out what is superseded; to be called right before the closing brace. */
    public void end() throws IOException {
        if (duplicates == 0) {
            return;
        }
        tally.duplicateKeys(duplicates);
        starts[count] = sink.position();
        for (int i = count - 1; i >= 0; i--) {
            if (dropped[i]) {
                sink.removeMembers(starts[0], starts[i], starts[i + 1]);
            }
        }
    }
}
