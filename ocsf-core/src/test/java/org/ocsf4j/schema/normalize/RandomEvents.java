package org.ocsf4j.schema.normalize;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.json.JsonTree;

/** Events of one class with attributes of the schema and others, and values of the right type and of others. */
final class RandomEvents {

    private static final List<String> TEXTS = List.of(
            "",
            "-",
            " ",
            "true",
            "false",
            "0",
            "17",
            "-4",
            "1.5",
            "192.0.2.7",
            "https://example.com/a?b",
            "Ünïcødé ☃",
            "a\"b\\c\n",
            "2024-02-29T12:00:00Z",
            "2024-02-30T12:00:00Z",
            "1970-01-01T00:00:00.123456Z",
            "2024-05-01T10:00:00+02:00",
            "2024-05-01T10:00:00",
            "IAMUser",
            "Success",
            "failure",
            "PCI,CIS");
    private static final List<Long> NUMBERS = List.of(
            0L,
            1L,
            2L,
            6L,
            99L,
            -1L,
            443L,
            1_700_000_000L,
            1_700_000_000_000L,
            1_700_000_000_123L,
            1_700_000_000_000_000L,
            1_700_000_000_000_000_000L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            253_402_300_800_000L);

    private final SplittableRandom random;
    private final OcsfSchema schema;
    private final SchemaClass eventClass;

    RandomEvents(SplittableRandom random, OcsfSchema schema) {
        this.random = random;
        this.schema = schema;
        List<SchemaClass> classes = new ArrayList<>(schema.classes());
        this.eventClass = classes.get(random.nextInt(classes.size()));
    }

    SchemaClass eventClass() {
        return eventClass;
    }

    Map<String, Object> next() {
        Map<String, Object> event = item(eventClass, 0);
        Map<String, Object> metadata = item(Objects.requireNonNull(schema.objectNamed("metadata")), 3);
        metadata.put("version", schema.version());
        event.put("metadata", metadata);
        event.put("class_uid", (long) eventClass.uid());
        if (random.nextInt(3) > 0) {
            event.put("time", 1_700_000_000_000L + random.nextInt(1_000_000));
        }
        if (random.nextInt(3) == 0) {
            Map<String, Object> unmapped = free();
            unmapped.put(
                    pick(List.of("Compliance.AssociatedStandards[]", "ocsf.version", "data", "k", "l", "n", "o", "p")),
                    text());
            event.put("unmapped", unmapped);
        }
        return event;
    }

    /** The same event with some other values, most of them of the same kinds. */
    Object varied(Object tree) {
        return random.nextInt(10) > 0 && !(tree instanceof Map) && !(tree instanceof List) ? tree : changed(tree);
    }

    private Object changed(Object tree) {
        if (tree instanceof Map<?, ?> members) {
            Map<String, Object> other = new LinkedHashMap<>();
            members.forEach((name, value) -> other.put((String) name, varied(value)));
            return other;
        }
        if (tree instanceof List<?> elements) {
            List<Object> other = new ArrayList<>();
            elements.forEach(element -> other.add(varied(element)));
            return other;
        }
        if (tree instanceof String text) {
            return random.nextInt(2) == 0
                    ? text()
                    : text.isEmpty() || text.equals("-") ? text : text + random.nextInt(3);
        }
        if (tree instanceof Long number) {
            return random.nextInt(3) == 0 ? pick(NUMBERS) : (Object) (number / 2 + random.nextInt(100));
        }
        return tree;
    }

    private Map<String, Object> item(SchemaItem item, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        Collection<SchemaAttribute> all = item.attributes().values();
        int wanted = depth == 0 ? 14 : 4;
        for (SchemaAttribute attribute : all) {
            if (random.nextInt(all.size()) < wanted) {
                members.put(attribute.name(), value(attribute, depth));
            }
        }
        if (random.nextInt(12) == 0) {
            members.put(pick(List.of("odd", "text", "uuid", "account_uid", "extra_dt", "mfa")), text());
        }
        return members;
    }

    private Object value(SchemaAttribute attribute, int depth) {
        if (!attribute.isArray() || random.nextInt(60) == 0) {
            return one(attribute, depth);
        }
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(one(attribute, depth));
        }
        return elements;
    }

    private Object one(SchemaAttribute attribute, int depth) {
        if (random.nextInt(120) == 0) {
            return odd();
        }
        if (attribute.isObject()) {
            SchemaObject object = schema.objectNamed(attribute.type());
            return object == null || object.isFreeForm() || depth > 3 ? free() : item(object, depth + 1);
        }
        AttributeEnum values = attribute.enumeration();
        if (values != null && !values.values().isEmpty() && random.nextInt(4) > 0) {
            String id = pick(values.values()).id();
            return id.matches("\\d{1,18}") ? (Object) Long.valueOf(id) : id;
        }
        if (attribute.name().endsWith("_dt")) {
            return "2024-05-0" + (1 + random.nextInt(9)) + "T10:20:30." + (100 + random.nextInt(900)) + "Z";
        }
        if (attribute.type().equals("timestamp_t")) {
            return 1_700_000_000_000L + random.nextInt(1_000_000_000);
        }
        return switch (schema.kindOf(attribute.type())) {
            case INTEGER, LONG -> random.nextInt(5) == 0 ? pick(NUMBERS) : (Object) (long) random.nextInt(1_000);
            case FLOAT -> new java.math.BigDecimal(random.nextInt(1_000)).movePointLeft(random.nextInt(3));
            case BOOLEAN -> random.nextBoolean();
            case JSON -> odd();
            case STRING -> random.nextInt(3) == 0 ? text() : "s" + random.nextInt(50);
        };
    }

    private Object odd() {
        return switch (random.nextInt(8)) {
            case 0 -> pick(NUMBERS);
            case 1 -> new java.math.BigDecimal("12.50");
            case 2 -> true;
            case 3 -> JsonTree.NULL;
            case 4 -> new java.math.BigInteger("123456789012345678901234567890");
            case 5 -> free();
            case 6 -> new ArrayList<Object>(List.of(text(), 5L));
            default -> text();
        };
    }

    private Map<String, Object> free() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            members.put("m" + i, random.nextBoolean() ? text() : (Object) new ArrayList<Object>(List.of(1L, text())));
        }
        return members;
    }

    private String text() {
        return pick(TEXTS);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
