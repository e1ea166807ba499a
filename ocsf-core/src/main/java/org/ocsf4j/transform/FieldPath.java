package org.ocsf4j.transform;

import java.util.List;

/**
 * A field, by the names of the members that lead to it from the document's root. Arrays on the way are passed through: the
 * path {@code resources.uid} means the {@code uid} of every element of {@code resources}. A path does not lead into a map,
 * whose members are data.
 *
 * @param names at least one; a name may hold dots
 */
public record FieldPath(List<String> names) {

    public FieldPath {
        names = List.copyOf(names);
        if (names.isEmpty() || names.contains("")) {
            throw new IllegalArgumentException("a path needs names, and none may be empty; " + names);
        }
    }

    /** Splits {@code actor.user.uid} at its dots. */
    public static FieldPath of(String dotted) {
        return new FieldPath(List.of(dotted.split("\\.", -1)));
    }

    /** The last name. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** The names joined by dots. */
    @Override
    public String toString() {
        return String.join(".", names);
    }
}
