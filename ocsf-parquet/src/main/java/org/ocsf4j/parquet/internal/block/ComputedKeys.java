package org.ocsf4j.parquet.internal.block;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Keys that are computed: the texts of one map's are compared. A map whose keys alone are too long is in no document. */
final class ComputedKeys extends MapKeys {

    private final KeyNode key;
    private final int maxBytes;

    ComputedKeys(KeyNode key, int maxBytes) {
        this.key = key;
        this.maxBytes = maxBytes;
    }

    @Override
    void find(int[] starts, int maps, int entries) {
        for (int map = 0; map < maps; map++) {
            if (starts[map + 1] - starts[map] > 1 && isShort(starts[map], starts[map + 1])) {
                find(starts[map], starts[map + 1], entries);
            }
        }
    }

    private boolean isShort(int from, int to) {
        long sum = 0;
        for (int entry = from; entry < to; entry++) {
            sum += key.lengths[entry];
        }
        return sum <= maxBytes;
    }

    private void find(int from, int to, int entries) {
        Map<String, Integer> last = new HashMap<>();
        for (int entry = from; entry < to; entry++) {
            Integer earlier = last.put(new String(key.text(entry), StandardCharsets.ISO_8859_1), entry);
            if (earlier != null) {
                drop(earlier, entries);
            }
        }
    }
}
