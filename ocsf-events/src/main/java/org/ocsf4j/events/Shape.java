package org.ocsf4j.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one kind of record is made and taken apart; the generated records have one each. */
abstract class Shape<T extends OcsfRecord> {

    /**
     * What each event of a class says of the class.
     *
     * @param uid {@code class_uid}
     * @param caption {@code class_name}
     * @param categoryUid {@code category_uid}
     * @param categoryCaption {@code category_name}
     */
    record EventFacts(int uid, String caption, int categoryUid, String categoryCaption) {}

    final @Nullable EventFacts event;
    final Member[] members;
    private final Map<String, Member> byName;

    /** {@code table} is a line a component, in the order of the components; see {@link Member}. */
    Shape(@Nullable EventFacts event, String table) {
        this.event = event;
        String[] lines = table.split("\n", -1);
        this.members = new Member[lines.length];
        this.byName = new HashMap<>(lines.length * 2);
        for (int i = 0; i < lines.length; i++) {
            members[i] = new Member(i, lines[i]);
            byName.put(members[i].name, members[i]);
        }
    }

    /** The record of these values, one for each component. */
    abstract T make(@Nullable Object[] values, Map<String, Object> additional);

    /** The values of a record, one for each component. */
    abstract @Nullable Object[] values(T record);

    @Nullable
    Member member(String name) {
        return byName.get(name);
    }

    /** The value of a component. The reader and the builders put nothing else there. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <V> @Nullable V at(@Nullable Object[] values, int index) {
        return (V) values[index];
    }
}
