package org.ocsf4j.events.generator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.ScalarKind;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;

/**
 * Which enums are generated, and where. Of the enums that items give one attribute, the one that most have becomes a type of
 * its own, such as {@code SeverityId}; any other is nested in its record, such as {@code NetworkActivity.ActivityId}.
 */
final class EnumPlan {

    /** Each class has these for itself, and they have one value or follow from others. */
    private static final Set<String> NO_ENUMS = Set.of("class_uid", "category_uid", "type_uid");

    private final OcsfSchema schema;
    private final Map<String, AttributeEnum> most = new HashMap<>();
    private final Map<String, EnumType> shared = new TreeMap<>();

    EnumPlan(OcsfSchema schema) {
        this.schema = schema;
        Map<String, Map<AttributeEnum, Integer>> uses = new TreeMap<>();
        for (SchemaItem item : EventTypesGenerator.items(schema)) {
            for (SchemaAttribute attribute : item.attributes().values()) {
                AttributeEnum values = valuesOf(attribute);
                if (values != null) {
                    uses.computeIfAbsent(attribute.name(), name -> new LinkedHashMap<>())
                            .merge(values, 1, Integer::sum);
                }
            }
        }
        uses.forEach((name, counts) -> {
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            counts.forEach((values, count) -> {
                if (count * 2 > all) {
                    most.put(name, values);
                }
            });
        });
        for (SchemaItem item : EventTypesGenerator.items(schema)) {
            for (SchemaAttribute attribute : item.attributes().values()) {
                EnumType type = typeOf(attribute);
                if (type != null && isShared(type)) {
                    shared.put(JavaNames.type(attribute.name()), type);
                }
            }
        }
    }

    /** The enums that are types of their own, by their names. */
    Map<String, EnumType> shared() {
        return shared;
    }

    boolean isShared(EnumType type) {
        return type.values().equals(most.get(type.attribute()));
    }

    /** The enum of an attribute; null where it has none, or none that is generated. */
    @Nullable
    EnumType typeOf(SchemaAttribute attribute) {
        AttributeEnum values = valuesOf(attribute);
        if (values == null) {
            return null;
        }
        boolean numbers = schema.kindOf(attribute.type()) != ScalarKind.STRING;
        return new EnumType(attribute.caption(), attribute.name(), numbers, values);
    }

    private @Nullable AttributeEnum valuesOf(SchemaAttribute attribute) {
        if (attribute.isObject() || NO_ENUMS.contains(attribute.name())) {
            return null;
        }
        AttributeEnum values = attribute.enumeration();
        return switch (schema.kindOf(attribute.type())) {
            case STRING, INTEGER, LONG -> values == null || values.values().isEmpty() ? null : values;
            case FLOAT, BOOLEAN, JSON -> null;
        };
    }
}
