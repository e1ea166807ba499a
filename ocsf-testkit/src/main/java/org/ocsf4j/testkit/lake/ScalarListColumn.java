package org.ocsf4j.testkit.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** A list of scalars in the two-level layout: {@code optional group x (LIST) { repeated binary array (UTF8); }}. */
final class ScalarListColumn extends Column {

    private final PrimitiveType element;
    private final List<ScalarColumn> elements = new ArrayList<>();
    private int size;

    ScalarListColumn(GroupType list, @Nullable GroupType writtenParent) {
        super(list, writtenParent);
        this.element = list.getType(0).asPrimitiveType();
    }

    ScalarColumn append() {
        if (size == elements.size()) {
            elements.add(new ScalarColumn(element, null));
        }
        return elements.get(size++);
    }

    @Override
    boolean isPresent() {
        return size > 0;
    }

    @Override
    void clear() {
        size = 0;
    }

    @Override
    void writeValue(RecordConsumer out) {
        out.startGroup();
        out.startField(element.getName(), 0);
        for (int i = 0; i < size; i++) {
            elements.get(i).writeValue(out);
        }
        out.endField(element.getName(), 0);
        out.endGroup();
    }
}
