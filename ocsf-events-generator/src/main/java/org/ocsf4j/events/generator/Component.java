package org.ocsf4j.events.generator;

import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;

/**
 * A component of a record.
 *
 * @param attribute what it holds
 * @param name in Java
 * @param type the type of one value in Java
 * @param enumName the name of its enum; null where it has none
 * @param freezing the method that makes a copy nobody can change; null where values do not change anyway
 * @param line its line in the table that the reader and the writer work by
 */
record Component(
        SchemaAttribute attribute,
        String name,
        String type,
        @Nullable String enumName,
        @Nullable String freezing,
        String line) {

    static Component of(OcsfSchema schema, EnumPlan enums, SchemaItem item, SchemaAttribute attribute) {
        String array = attribute.isArray() ? "[" : "";
        String name = JavaNames.component(attribute.name());
        EnumType values = enums.typeOf(attribute);
        if (values != null) {
            String enumName = JavaNames.type(attribute.name());
            String reference = enums.isShared(values) ? enumName : JavaNames.type(item.name()) + "." + enumName;
            String sibling = attribute.sibling();
            boolean caption = sibling != null && values.numbers() && !attribute.isArray();
            String line = attribute.name() + " " + array + (values.numbers() ? "e " : "t ") + reference
                    + (caption ? " " + sibling : "");
            String type = (values.numbers() ? "EnumId<" : "EnumText<") + enumName + ">";
            return new Component(attribute, name, type, enumName, attribute.isArray() ? "list" : null, line);
        }
        Plain plain = plain(schema, attribute);
        boolean json = plain.letter.equals("j") || plain.letter.equals("m");
        String deep = attribute.isArray() ? "jsonList" : plain.letter.equals("j") ? "json" : "map";
        String freezing = json ? deep : attribute.isArray() ? "list" : null;
        String line =
                attribute.name() + " " + array + plain.letter + (plain.letter.equals("o") ? " " + plain.type : "");
        return new Component(attribute, name, plain.type, null, freezing, line);
    }

    /** The type of the component. */
    String componentType() {
        return attribute.isArray() ? "List<" + type + ">" : type;
    }

    private record Plain(String type, String letter) {}

    private static Plain plain(OcsfSchema schema, SchemaAttribute attribute) {
        if (attribute.isObject()) {
            SchemaObject object = schema.objectNamed(attribute.type());
            boolean free = object == null || object.isFreeForm();
            return free ? new Plain("Map<String, Object>", "m") : new Plain(JavaNames.type(attribute.type()), "o");
        }
        return switch (schema.kindOf(attribute.type())) {
            case STRING -> new Plain("String", "s");
            case INTEGER -> new Plain("Integer", "i");
            case LONG -> new Plain("Long", "l");
            case FLOAT -> new Plain("Double", "f");
            case BOOLEAN -> new Plain("Boolean", "b");
            case JSON -> new Plain("Object", "j");
        };
    }
}
