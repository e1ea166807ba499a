package org.ocsf4j.events.generator;

import java.util.Map;
import java.util.TreeMap;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;

/** The Java source of the class that finds shapes and enums by name, so that only those are loaded that are met. */
final class CatalogSource {

    private CatalogSource() {}

    static String of(OcsfSchema schema, EnumPlan enums) {
        Map<String, String> references = new TreeMap<>();
        StringBuilder events = new StringBuilder();
        for (SchemaItem item : EventTypesGenerator.items(schema)) {
            String type = JavaNames.type(item.name());
            references.put(type, type + ".SHAPE");
            if (item instanceof SchemaClass && !item.name().equals(SchemaClass.BASE_EVENT)) {
                events.append("            case \"").append(item.name()).append("\" -> ");
                events.append(type).append(".SHAPE;\n");
            }
            for (SchemaAttribute attribute : item.attributes().values()) {
                EnumType values = enums.typeOf(attribute);
                if (values != null) {
                    String name = JavaNames.type(attribute.name());
                    String reference = enums.isShared(values) ? name : type + "." + name;
                    references.put(reference, reference + ".VALUES");
                }
            }
        }
        StringBuilder cases = new StringBuilder();
        references.forEach((name, value) -> cases.append("            case \"")
                .append(name)
                .append("\" -> ")
                .append(value)
                .append(";\n"));
        return """
                package org.ocsf4j.events;

                import java.util.Map;
                import java.util.concurrent.ConcurrentHashMap;

                /** The generated records and enums by name. */
                @SuppressWarnings("deprecation") // what the schema advises against is generated all the same
                final class Catalog {

                    static final String VERSION = "%s";

                    private static final Map<Class<?>, Shape<?>> SHAPES = new ConcurrentHashMap<>();

                    private Catalog() {}

                    /** The shape of the record of a class; that of {@link BaseEvent} for a name that no class has. */
                    static Shape<? extends OcsfEvent> eventNamed(String name) {
                        return switch (name) {
                %s            default -> BaseEvent.SHAPE;
                        };
                    }

                    @SuppressWarnings("unchecked") // each record's shape is under its own name
                    static <T extends OcsfRecord> Shape<T> shapeOf(Class<T> type) {
                        Shape<?> shape = SHAPES.get(type);
                        if (shape == null) {
                            if (!type.isRecord() || type.getPackage() != Catalog.class.getPackage()) {
                                throw new IllegalArgumentException(
                                        "[OCSF event] no record of an OCSF class or object; " + type + "; use the generated ones");
                            }
                            shape = (Shape<?>) resolve(type.getSimpleName());
                            SHAPES.put(type, shape);
                        }
                        return (Shape<T>) shape;
                    }

                    /** What a table refers to: the shape of a record, or the values of an enum. */
                    static Object resolve(String name) {
                        return switch (name) {
                %s            default -> throw new IllegalArgumentException("[generated table] nothing has this name; " + name);
                        };
                    }
                }
                """
                .formatted(schema.version(), events, cases);
    }
}
