package org.ocsf4j.testkit.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A group of columns: present when it is required or one of its members is present. */
final class GroupColumn extends Column {

    private final boolean root;
    private final List<Column> members = new ArrayList<>();

    /** The columns of a message or of a list's element. */
    GroupColumn(GroupType table, @Nullable GroupType written) {
        this(table, null, written, true);
    }

    GroupColumn(GroupType group, @Nullable GroupType writtenParent, @Nullable GroupType written) {
        this(group, writtenParent, written, false);
    }

    private GroupColumn(GroupType group, @Nullable GroupType writtenParent, @Nullable GroupType written, boolean root) {
        super(group, writtenParent);
        this.root = root;
        for (Type field : group.getFields()) {
            members.add(Column.of(field, written));
        }
    }

    @Override
    void register(String prefix, Map<String, Column> byPath) {
        String below = root ? prefix : prefix + name() + ".";
        for (Column member : members) {
            member.register(below, byPath);
        }
    }

    @Override
    boolean isPresent() {
        for (Column member : members) {
            if (member.isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    void clear() {
        for (Column member : members) {
            member.clear();
        }
    }

    void writeFields(RecordConsumer out) {
        for (Column member : members) {
            member.write(out);
        }
    }

    @Override
    void writeValue(RecordConsumer out) {
        out.startGroup();
        writeFields(out);
        out.endGroup();
    }
}
