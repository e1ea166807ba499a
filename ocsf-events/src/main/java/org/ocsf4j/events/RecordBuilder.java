package org.ocsf4j.events;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the components of a record. Only what is given is there, and what follows from it: the captions of ids; of an event
 * the class, the category and the type; of {@code metadata} the version. Not thread-safe.
 */
public abstract class RecordBuilder<T extends OcsfRecord, B extends RecordBuilder<T, B>> {

    private final Shape<T> shape;
    private final @Nullable Object[] values;
    private final Map<String, Object> additional = new LinkedHashMap<>();

    RecordBuilder(Shape<T> shape) {
        this.shape = shape;
        this.values = new Object[shape.members.length];
    }

    /** Takes over what a record has. */
    B from(T record) {
        System.arraycopy(shape.values(record), 0, values, 0, values.length);
        additional.putAll(record.additional());
        return self();
    }

    B set(int index, @Nullable Object value) {
        values[index] = value;
        return self();
    }

    @SuppressWarnings("unchecked") // B is the type of the builder itself
    private B self() {
        return (B) this;
    }

    /** A member that has no component: maps, lists, strings, numbers and booleans. */
    public B additional(String name, Object value) {
        additional.put(name, value);
        return self();
    }

    /**
     * The record.
     *
     * @throws IllegalArgumentException where an additional value has no form in JSON
     */
    public T build() {
        @Nullable Object[] complete = values.clone();
        Derived.fill(shape, complete);
        return shape.make(complete, additional);
    }
}
