package org.ocsf4j.events;

import java.util.Map;

/** An event or an object within one: a record with a component for each attribute of the schema. Immutable, thread-safe. */
public interface OcsfRecord {

    /**
     * The members of the JSON object that have no component, or whose value does not fit its component, as they were: maps,
     * lists, strings, booleans, {@link Long}, {@link java.math.BigInteger}, {@link java.math.BigDecimal} and
     * {@code JsonTree.NULL}. They are written as they are, but for those whose component has a value.
     */
    Map<String, Object> additional();
}
