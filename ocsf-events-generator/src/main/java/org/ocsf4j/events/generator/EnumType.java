package org.ocsf4j.events.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;

/**
 * An enum to generate.
 *
 * @param caption the attribute's caption
 * @param attribute the attribute's name
 * @param numbers whether its values are ids
 * @param values those that become constants
 */
record EnumType(String caption, String attribute, boolean numbers, AttributeEnum values) {

    /**
     * A constant of an enum.
     *
     * @param name in Java
     * @param value in the schema
     */
    record Constant(String name, EnumValue value) {}

    /** Whether the value is a number that an {@code int} holds. */
    private static boolean isNumber(EnumValue value) {
        return value.id().matches("-?\\d{1,9}");
    }

    /** Values whose captions make the same name get their id behind it. */
    List<Constant> constants() {
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        List<EnumValue> all = new ArrayList<>();
        for (EnumValue value : values.values()) {
            if (!numbers || isNumber(value)) {
                all.add(value);
                String name = JavaNames.constant(value.caption());
                if (!once.add(name)) {
                    twice.add(name);
                }
            }
        }
        List<Constant> constants = new ArrayList<>();
        for (EnumValue value : all) {
            String name = JavaNames.constant(value.caption());
            constants.add(
                    new Constant(twice.contains(name) ? name + "_" + JavaNames.constant(value.id()) : name, value));
        }
        return constants;
    }
}
