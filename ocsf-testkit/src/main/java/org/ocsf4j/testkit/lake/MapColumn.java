package org.ocsf4j.testkit.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.jspecify.annotations.Nullable;

/** A map of strings in the legacy layout: {@code optional group x (MAP) { repeated group map (MAP_KEY_VALUE) { … } }}. */
final class MapColumn extends Column {

    private static final String KEY = "key";
    private static final String VALUE = "value";

    private final String entryName;
    private final List<String> keys = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    MapColumn(GroupType map, @Nullable GroupType writtenParent) {
        super(map, writtenParent);
        this.entryName = map.getType(0).getName();
    }

    void put(String key, String value) {
        keys.add(key);
        values.add(value);
    }

    @Override
    boolean isPresent() {
        return !keys.isEmpty();
    }

    @Override
    void clear() {
        keys.clear();
        values.clear();
    }

    @Override
    void writeValue(RecordConsumer out) {
        out.startGroup();
        out.startField(entryName, 0);
        for (int i = 0; i < keys.size(); i++) {
            out.startGroup();
            writeString(out, KEY, 0, keys.get(i));
            writeString(out, VALUE, 1, values.get(i));
            out.endGroup();
        }
        out.endField(entryName, 0);
        out.endGroup();
    }

    private static void writeString(RecordConsumer out, String name, int index, String value) {
        out.startField(name, index);
        out.addBinary(Binary.fromString(value));
        out.endField(name, index);
    }
}
