package org.ocsf4j.events.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;

/** The Java source of a record with its builder, its nested enums and its shape. */
final class RecordSource {

    /** What a constructor may have, {@code this} and {@code additional} apart. */
    private static final int MAX_COMPONENTS = 253;

    private final OcsfSchema schema;
    private final EnumPlan enums;
    private final RecordDoc docs;

    RecordSource(OcsfSchema schema, EnumPlan enums, FirstVersions firstVersions) {
        this.schema = schema;
        this.enums = enums;
        this.docs = new RecordDoc(firstVersions, schema.version());
    }

    String of(SchemaItem item) {
        List<Component> components = new ArrayList<>();
        for (SchemaAttribute attribute : item.attributes().values()) {
            components.add(Component.of(schema, enums, item, attribute));
        }
        if (components.size() > MAX_COMPONENTS) {
            throw new IllegalStateException("[generator] a record has too many components; " + item.name() + " has "
                    + components.size() + "; split it");
        }
        String type = JavaNames.type(item.name());
        StringBuilder out = new StringBuilder("package " + EventTypesGenerator.PACKAGE + ";\n\n");
        imports(out, components);
        out.append(docs.of(item, components));
        deprecated(out, item.deprecatedSince(), "");
        out.append("@SuppressWarnings(\"deprecation\") // what the schema advises against is generated all the same\n");
        out.append("public record ").append(type).append("(\n");
        for (Component component : components) {
            deprecated(out, component.attribute().deprecatedSince(), "        ");
            out.append("        @Nullable ").append(component.componentType());
            out.append(' ').append(component.name()).append(",\n");
        }
        out.append("        Map<String, Object> additional)\n        implements ");
        out.append(item instanceof SchemaClass ? "OcsfEvent" : "OcsfRecord").append(" {\n\n");
        shape(out, item, type, components);
        constructor(out, type, components);
        out.append("    /** A builder with nothing in it. */\n    public static Builder builder() {\n");
        out.append("        return new Builder();\n    }\n\n");
        out.append("    /** A builder with what this has. */\n    public Builder toBuilder() {\n");
        out.append("        return new Builder().from(this);\n    }\n\n");
        out.append("    /** The JSON text. */\n    @Override\n    public String toString() {\n");
        out.append("        return Events.text(this);\n    }\n\n");
        builder(out, item, type, components);
        for (Component component : components) {
            EnumType values = enums.typeOf(component.attribute());
            String name = component.enumName();
            if (values != null && name != null && !enums.isShared(values)) {
                out.append('\n').append(EnumSource.of(name, values, "    "));
            }
        }
        return out.append("}\n").toString();
    }

    private static void imports(StringBuilder out, List<Component> components) {
        if (components.stream().anyMatch(c -> c.attribute().isArray())) {
            out.append("import java.util.List;\n");
        }
        out.append("import java.util.Map;\nimport org.jspecify.annotations.Nullable;\n\n");
    }

    private static void deprecated(StringBuilder out, @Nullable String since, String indent) {
        if (since != null) {
            out.append(indent)
                    .append("@Deprecated(since = ")
                    .append(JavaNames.literal(since))
                    .append(")\n");
        }
    }

    private void shape(StringBuilder out, SchemaItem item, String type, List<Component> components) {
        out.append("    static final Shape<").append(type).append("> SHAPE = new Shape<>(\n            ");
        if (item instanceof SchemaClass c) {
            out.append("new Shape.EventFacts(").append(c.uid()).append(", ").append(JavaNames.literal(c.caption()));
            out.append(", ").append(c.categoryUid()).append(", ");
            out.append(JavaNames.literal(c.categoryCaption())).append(')');
        } else {
            out.append("null");
        }
        String table =
                String.join("\n", components.stream().map(Component::line).toList());
        out.append(",\n            ");
        out.append(JavaNames.literal(table).replace("\\n", "\\n\"\n                    + \""))
                .append(") {\n");
        out.append("        @Override\n        ").append(type);
        out.append(" make(@Nullable Object[] v, Map<String, Object> additional) {\n            return new ");
        out.append(type).append("(\n");
        for (int i = 0; i < components.size(); i++) {
            out.append("                    at(v, ").append(i).append("),\n");
        }
        out.append("                    additional);\n        }\n\n");
        out.append("        @Override\n        @Nullable Object[] values(")
                .append(type)
                .append(" r) {\n");
        out.append("            return new Object[] {\n");
        for (Component component : components) {
            out.append("                r.").append(component.name()).append(",\n");
        }
        out.append("            };\n        }\n    };\n\n");
    }

    private static void constructor(StringBuilder out, String type, List<Component> components) {
        out.append("    public ").append(type).append(" {\n");
        for (Component component : components) {
            if (component.freezing() != null) {
                String name = component.name();
                out.append("        ").append(name).append(" = Frozen.").append(component.freezing());
                out.append('(').append(name).append(");\n");
            }
        }
        out.append("        additional = Frozen.members(additional);\n    }\n\n");
    }

    private void builder(StringBuilder out, SchemaItem item, String type, List<Component> components) {
        out.append("    /** Gathers the components of {@link ").append(type).append("}. Not thread-safe. */\n");
        out.append("    public static final class Builder extends RecordBuilder<")
                .append(type);
        out.append(", Builder> {\n\n        private Builder() {\n            super(SHAPE);\n");
        for (int i = 0; i < components.size(); i++) {
            if (item.name().equals("metadata") && components.get(i).name().equals("version")) {
                out.append("            set(").append(i).append(", Events.VERSION);\n");
            }
        }
        out.append("        }\n");
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            String name = component.name();
            SchemaAttribute attribute = component.attribute();
            String doc = "\n        /** " + docs.of(item, attribute) + ". */\n";
            if (component.enumName() != null && !attribute.isArray()) {
                String wrapper = component.type().startsWith("EnumId") ? "EnumId" : "EnumText";
                out.append(doc);
                deprecated(out, attribute.deprecatedSince(), "        ");
                out.append("        public Builder ").append(name).append('(').append(component.enumName());
                out.append(" value) {\n            return set(")
                        .append(i)
                        .append(", ")
                        .append(wrapper);
                out.append(".of(value));\n        }\n");
            }
            out.append(doc);
            deprecated(out, attribute.deprecatedSince(), "        ");
            out.append("        public Builder ").append(name).append("(@Nullable ");
            out.append(component.componentType())
                    .append(" value) {\n            return set(")
                    .append(i);
            out.append(", value);\n        }\n");
        }
        out.append("    }\n");
    }
}
