package org.ocsf4j.testkit.lake;

import java.util.Map;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/** One field of a group, holding its value in the row that is being filled. */
abstract sealed class Column permits GroupColumn, GroupListColumn, MapColumn, ScalarColumn, ScalarListColumn {

    /** Index of a field that the object lacks. */
    private static final int NOT_WRITTEN = -1;

    private final String name;
    private final int index;
    private final boolean required;

    Column(Type field, @Nullable GroupType writtenParent) {
        this.name = field.getName();
        this.required = field.isRepetition(Repetition.REQUIRED);
        this.index = writtenParent != null && writtenParent.containsField(name)
                ? writtenParent.getFieldIndex(name)
                : NOT_WRITTEN;
    }

    /** The column for a field of a table's group, of which {@code writtenParent} is what gets written. */
    static Column of(Type field, @Nullable GroupType writtenParent) {
        if (field.isPrimitive()) {
            return new ScalarColumn(field.asPrimitiveType(), writtenParent);
        }
        GroupType group = field.asGroupType();
        LogicalTypeAnnotation annotation = field.getLogicalTypeAnnotation();
        if (annotation == null) {
            return new GroupColumn(group, writtenParent, written(group, writtenParent));
        }
        if (annotation instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
            return new MapColumn(group, writtenParent);
        }
        return group.getType(0).isPrimitive()
                ? new ScalarListColumn(group, writtenParent)
                : new GroupListColumn(group, writtenParent);
    }

    private static @Nullable GroupType written(GroupType group, @Nullable GroupType writtenParent) {
        return writtenParent != null && writtenParent.containsField(group.getName())
                ? writtenParent.getType(group.getName()).asGroupType()
                : null;
    }

    final String name() {
        return name;
    }

    /** Writes the field with its value, or nothing when it is null. */
    final void write(RecordConsumer out) {
        if (index == NOT_WRITTEN) {
            return;
        }
        if (!required && !isPresent()) {
            return;
        }
        out.startField(name, index);
        writeValue(out);
        out.endField(name, index);
    }

    /** Makes the column, and the columns below it, known by their paths. */
    void register(String prefix, Map<String, Column> byPath) {
        byPath.put(prefix + name, this);
    }

    abstract boolean isPresent();

    abstract void clear();

    abstract void writeValue(RecordConsumer out);
}
