package org.ocsf4j.events;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.events.Shape.EventFacts;

/** Fills in what follows from what a builder was given, where nothing else was given for it. */
final class Derived {

    private static final int OTHER = 99;

    private Derived() {}

    static void fill(Shape<?> shape, @Nullable Object[] values) {
        for (Member member : shape.members) {
            if (member.sibling != null && values[member.index] instanceof EnumId<?> id && id.id() != OTHER) {
                put(shape, values, member.sibling, id.caption()); // of 99 the source has its own caption
            }
        }
        EventFacts event = shape.event;
        if (event != null) {
            event(shape, event, values);
        }
    }

    private static void event(Shape<?> shape, EventFacts event, @Nullable Object[] values) {
        put(shape, values, "class_uid", event.uid());
        put(shape, values, "class_name", event.caption());
        put(shape, values, "category_uid", event.categoryUid());
        put(shape, values, "category_name", event.categoryCaption());
        if (get(shape, values, "activity_id") instanceof EnumId<?> activity) {
            put(shape, values, "type_uid", event.uid() * 100L + activity.id());
            Object name = activity.id() == 0 ? "Unknown" : get(shape, values, "activity_name");
            put(shape, values, "type_name", name == null ? null : event.caption() + ": " + name);
        }
    }

    private static @Nullable Object get(Shape<?> shape, @Nullable Object[] values, String name) {
        Member member = shape.member(name);
        return member == null ? null : values[member.index];
    }

    private static void put(Shape<?> shape, @Nullable Object[] values, String name, @Nullable Object value) {
        Member member = shape.member(name);
        if (member != null && values[member.index] == null) {
            values[member.index] = value;
        }
    }
}
