package org.ocsf4j.events.generator;

import org.ocsf4j.schema.EnumValue;

/** The Java source of an enum. */
final class EnumSource {

    private EnumSource() {}

    static String topLevel(String name, EnumType type) {
        return "package " + EventTypesGenerator.PACKAGE + ";\n\n" + of(name, type, "");
    }

    static String of(String name, EnumType type, String indent) {
        StringBuilder out = new StringBuilder();
        String port = type.numbers() ? "OcsfId" : "OcsfText";
        String key = type.numbers() ? "int id" : "String text";
        String keyName = type.numbers() ? "id" : "text";
        String values = type.numbers() ? "IdValues" : "TextValues";
        out.append("/** ")
                .append(JavaNames.javadoc(type.caption()))
                .append(": the values of {@code ")
                .append(type.attribute())
                .append("}. */\n");
        out.append("public enum ")
                .append(name)
                .append(" implements ")
                .append(port)
                .append(" {\n");
        String separator = "";
        for (EnumType.Constant constant : type.constants()) {
            EnumValue value = constant.value();
            out.append(separator);
            out.append("    /** ").append(JavaNames.javadoc(value.caption()));
            out.append(": {@code ").append(JavaNames.javadoc(value.id())).append("}. */\n");
            out.append(value.deprecated() ? "    @Deprecated\n" : "");
            String literal = type.numbers() ? value.id() : JavaNames.literal(value.id());
            out.append("    ")
                    .append(constant.name())
                    .append('(')
                    .append(literal)
                    .append(", ");
            out.append(JavaNames.literal(value.caption())).append(')');
            separator = ",\n";
        }
        out.append(";\n\n");
        out.append("    static final ").append(values).append('<').append(name).append("> VALUES = new ");
        out.append(values).append("<>(values());\n\n");
        out.append("    private final ").append(key).append(";\n");
        out.append("    private final String caption;\n\n");
        out.append("    ").append(name).append('(').append(key).append(", String caption) {\n");
        out.append("        this.")
                .append(keyName)
                .append(" = ")
                .append(keyName)
                .append(";\n");
        out.append("        this.caption = caption;\n    }\n\n");
        out.append("    @Override\n    public ").append(key).append("() {\n");
        out.append("        return ").append(keyName).append(";\n    }\n\n");
        out.append("    @Override\n    public String caption() {\n        return caption;\n    }\n}\n");
        return out.toString().indent(indent.length());
    }
}
