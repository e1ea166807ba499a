package org.ocsf4j.schema;

import java.util.List;

/**
 * What attributes of a class or object ask of each other. Names may be paths, such as {@code device.os.version}.
 *
 * @param atLeastOne one or more of these must be there; empty for no constraint
 * @param justOne exactly one of these must be there; empty for no constraint
 */
public record SchemaConstraints(List<String> atLeastOne, List<String> justOne) {

    public static final SchemaConstraints NONE = new SchemaConstraints(List.of(), List.of());

    public SchemaConstraints {
        atLeastOne = List.copyOf(atLeastOne);
        justOne = List.copyOf(justOne);
    }

    public boolean isEmpty() {
        return atLeastOne.isEmpty() && justOne.isEmpty();
    }
}
