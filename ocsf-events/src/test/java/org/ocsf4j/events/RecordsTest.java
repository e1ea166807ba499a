package org.ocsf4j.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.json.JsonTree;

/** Every record, against the schema that it was made of. */
final class RecordsTest {

    private static final OcsfSchema SCHEMA = OcsfSchema.version(Events.VERSION);

    @TestFactory
    Stream<DynamicTest> everyAttributeHasAComponentThatTakesItsValues() {
        return Stream.<SchemaItem>concat(
                        SCHEMA.classes().stream(), SCHEMA.objects().stream().filter(object -> !object.isFreeForm()))
                .map(item -> DynamicTest.dynamicTest(item.name(), () -> check(item)));
    }

    private static void check(SchemaItem item) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (SchemaAttribute attribute : item.attributes().values()) {
            tree.put(
                    attribute.name(),
                    attribute.isArray() ? List.of(value(attribute), value(attribute)) : value(attribute));
        }
        String json = text(tree);
        OcsfRecord record = Events.read(json.getBytes(StandardCharsets.UTF_8), type(item));
        assertThat(record.additional()).isEmpty();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            assertThat(valueOf(record, component)).as(component.getName()).isNotNull();
        }
        assertThat(record.getClass().getRecordComponents())
                .hasSize(item.attributes().size() + 1);
        assertThat(JsonValue.of(Events.write(record))).isEqualTo(JsonValue.of(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(record instanceof OcsfEvent).isEqualTo(item instanceof SchemaClass);
    }

    private static String text(Map<String, Object> tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTree.write(tree, out, false);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Object valueOf(OcsfRecord record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<? extends OcsfRecord> type(SchemaItem item) {
        List<String> words = new ArrayList<>();
        for (String word : item.name().split("_", -1)) {
            words.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        try {
            return Class.forName("org.ocsf4j.events." + String.join("", words)).asSubclass(OcsfRecord.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(SchemaAttribute attribute) {
        SchemaObject object = attribute.isObject() ? SCHEMA.objectNamed(attribute.type()) : null;
        if (object != null) {
            return Map.of();
        }
        AttributeEnum values = attribute.enumeration();
        @Nullable
        String id = values == null || values.values().isEmpty()
                ? null
                : values.values().get(0).id();
        return switch (SCHEMA.kindOf(attribute.type())) {
            case STRING -> id == null ? "text" : id;
            case INTEGER -> id == null ? (Object) 7L : Long.valueOf(id);
            case LONG -> id == null ? (Object) (1L << 40) : Long.valueOf(id);
            case FLOAT -> new BigDecimal("0.25");
            case BOOLEAN -> true;
            case JSON -> Arrays.asList(1L, JsonTree.NULL);
        };
    }
}
