package org.ocsf4j.parquet.internal.block;

import java.io.IOException;
import java.util.List;
import org.ocsf4j.parquet.internal.column.ColumnReader;
import org.ocsf4j.parquet.internal.json.DocumentTooLongException;
import org.ocsf4j.parquet.internal.json.JsonText;

/**
 * A map's key that is more than a column of names: its JSON is the name of the member, {@code ,"{\"a\":1}":}, but a string is its own
 * name.
 */
final class KeyNode extends ComputedNode {

    private final Node key;
    private final List<MapKeys> mapsWithin;
    private final int maxBytes;
    private final Segments segments = new Segments();
    private int[] keyLengths = new int[0];
    private int[] positions = new int[0];
    private byte[] json = new byte[0];

    /**
     * @param key says something in every slot, without anything in front
     * @param mapsWithin of maps that the key holds
     */
    KeyNode(Node key, List<MapKeys> mapsWithin, int maxBytes) {
        super(key.prefix, key.definedAt, key.nullFrom, maxBytes);
        this.key = key;
        this.mapsWithin = List.copyOf(mapsWithin);
        this.maxBytes = maxBytes;
    }

    @Override
    ColumnReader witness() {
        return key.witness();
    }

    @Override
    void settle(int slots) {
        key.settle(slots);
        level(key.uniformLevel, key.levels, slots);
        segments.clear();
        key.fold(segments, false);
        if (keyLengths.length < slots) {
            keyLengths = new int[slots];
            positions = new int[slots];
        }
        segments.measure(keyLengths, slots);
        compute(slots);
    }

    @Override
    void spell(int slot, JsonText to, boolean first) throws IOException {
        int length = keyLengths[slot];
        if (length > maxBytes) {
            throw new DocumentTooLongException(maxBytes);
        }
        int room = length + wasteRoom() + Copies.PAD;
        if (json.length < room) {
            json = new byte[room];
        }
        positions[slot] = 0;
        segments.write(json, positions, slot, slot + 1, length);
        to.write(',');
        if (json[0] == '"') {
            to.write(json, 0, length);
        } else {
            quote(length, to);
        }
        to.write(':');
    }

    private int wasteRoom() {
        for (MapKeys map : mapsWithin) {
            if (map.hasDropped()) {
                return maxBytes;
            }
        }
        return 0;
    }

    /** JSON has no control characters, so that only two marks are left to escape. */
    private void quote(int length, JsonText to) {
        to.write('"');
        int copied = 0;
        for (int i = 0; i < length; i++) {
            if (json[i] == '"' || json[i] == '\\') {
                to.write(json, copied, i - copied);
                to.write('\\');
                copied = i;
            }
        }
        to.write(json, copied, length - copied);
        to.write('"');
    }
}
