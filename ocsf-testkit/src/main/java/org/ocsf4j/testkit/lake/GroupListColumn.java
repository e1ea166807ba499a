package org.ocsf4j.testkit.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.jspecify.annotations.Nullable;

/** A list of groups in the two-level layout: {@code optional group x (LIST) { repeated group array { … } }}. */
final class GroupListColumn extends Column {

    private final GroupType element;
    private final List<Row> elements = new ArrayList<>();
    private int size;

    GroupListColumn(GroupType list, @Nullable GroupType writtenParent) {
        super(list, writtenParent);
        this.element = list.getType(0).asGroupType();
    }

    Row add() {
        if (size == elements.size()) {
            elements.add(new Row(element, element));
        }
        Row row = elements.get(size++);
        row.clear();
        return row;
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
            out.startGroup();
            elements.get(i).writeFields(out);
            out.endGroup();
        }
        out.endField(element.getName(), 0);
        out.endGroup();
    }
}
