package org.ocsf4j.schema;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The classes or the objects of a schema, in order and by name, each made when it is first asked for. Thread-safe. */
final class Items<T> extends AbstractList<T> {

    /** Makes an item; may be asked twice for one. */
    interface Maker<T> {
        T make(int index);
    }

    private final Map<String, Integer> indexes;
    private final AtomicReferenceArray<@Nullable T> made;
    private final Maker<T> maker;

    Items(List<String> names, Maker<T> maker) {
        this.indexes = new HashMap<>(names.size() * 2);
        for (int i = 0; i < names.size(); i++) {
            indexes.put(names.get(i), i);
        }
        this.made = new AtomicReferenceArray<>(names.size());
        this.maker = maker;
    }

    static <T> Items<T> of(Map<String, T> items) {
        List<T> all = List.copyOf(items.values());
        return new Items<>(List.copyOf(items.keySet()), all::get);
    }

    @Override
    public T get(int index) {
        T item = made.get(index);
        if (item == null) {
            item = maker.make(index);
            if (!made.compareAndSet(index, null, item)) {
                T first = made.get(index);
                item = first == null ? item : first; // never null: nobody takes one away
            }
        }
        return item;
    }

    @Override
    public int size() {
        return made.length();
    }

    @Nullable
    T named(String name) {
        Integer index = indexes.get(name);
        return index == null ? null : get(index);
    }
}
