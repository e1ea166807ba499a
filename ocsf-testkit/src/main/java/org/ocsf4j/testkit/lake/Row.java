package org.ocsf4j.testkit.lake;

import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.jspecify.annotations.Nullable;

/**
 * One row, filled by dotted paths ({@code actor.user.name}) in any order and used again for the next row.
 *
 * <p>Paths end at the nearest list or map: {@link #add} gives the row of one element. A value that is null stays out, and so
 * does a path that the table has but the object lacks; a path that the table does not have is refused.
 */
final class Row {

    private final GroupColumn columns;
    private final Map<String, Column> byPath = new HashMap<>();

    /** A row of {@code table}'s columns, of which {@code written} are written; null when none of them is. */
    Row(GroupType table, @Nullable GroupType written) {
        this.columns = new GroupColumn(table, written);
        columns.register("", byPath);
    }

    Row set(String path, @Nullable String value) {
        if (value != null) {
            scalar(path).set(value);
        }
        return this;
    }

    Row set(String path, long value) {
        scalar(path).set(value);
        return this;
    }

    Row set(String path, double value) {
        scalar(path).set(value);
        return this;
    }

    Row set(String path, boolean value) {
        scalar(path).set(value ? 1L : 0L);
        return this;
    }

    /** Appends to a list of strings. */
    Row append(String path, String value) {
        column(path, ScalarListColumn.class).append().set(value);
        return this;
    }

    /** Appends to a list of integers. */
    Row append(String path, long value) {
        column(path, ScalarListColumn.class).append().set(value);
        return this;
    }

    /** Appends to a list of floats. */
    Row append(String path, double value) {
        column(path, ScalarListColumn.class).append().set(value);
        return this;
    }

    /** Appends an element to a list of groups. */
    Row add(String path) {
        return column(path, GroupListColumn.class).add();
    }

    /** Puts an entry into a map; a null value stays out. */
    Row put(String path, String key, @Nullable String value) {
        if (value != null) {
            column(path, MapColumn.class).put(key, value);
        }
        return this;
    }

    void clear() {
        columns.clear();
    }

    boolean isEmpty() {
        return !columns.isPresent();
    }

    void writeFields(RecordConsumer out) {
        columns.writeFields(out);
    }

    private ScalarColumn scalar(String path) {
        return column(path, ScalarColumn.class);
    }

    private <C extends Column> C column(String path, Class<C> kind) {
        Column column = byPath.get(path);
        if (!kind.isInstance(column)) {
            throw new IllegalArgumentException(
                    "[" + columns.name() + "] no such " + kind.getSimpleName().replace("Column", " column") + "; "
                            + path + "; see the table's .message resource");
        }
        return kind.cast(column);
    }
}
