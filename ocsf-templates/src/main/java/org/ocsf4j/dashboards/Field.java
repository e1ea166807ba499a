package org.ocsf4j.dashboards;

import java.util.List;
import java.util.Objects;

/**
 * Something that events are counted by. Where OCSF's versions or the sources write it under different names it has several, and
 * the first one that an event has is taken.
 *
 * @param id what panels call it: the attribute path where it has one name
 * @param label what people call it
 * @param kind what its values are
 * @param names attribute paths, at least one, the newest first
 */
public record Field(String id, String label, FieldKind kind, List<String> names) {

    public Field {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("[field " + id + "] it has no name; give at least one attribute path");
        }
    }

    /** Whether an aggregation needs {@link #script()}. */
    public boolean isScripted() {
        return names.size() > 1;
    }

    /** The first attribute path. */
    public String name() {
        return names.get(0);
    }

    /** A Painless expression for the value of the first name that a document has. */
    public String script() {
        StringBuilder source = new StringBuilder(names.size() * 90);
        for (String name : names) {
            String value = "doc['" + name + "']";
            source.append("if (doc.containsKey('")
                    .append(name)
                    .append("') && ")
                    .append(value)
                    .append(".size() > 0) { return ")
                    .append(value)
                    .append(".value; } ");
        }
        return source.append("return null;").toString();
    }
}
