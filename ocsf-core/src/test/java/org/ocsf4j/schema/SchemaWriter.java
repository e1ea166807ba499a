package org.ocsf4j.schema;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Writes what {@link SchemaReader} reads, given the id of each string. */
final class SchemaWriter {

    private final ToIntFunction<String> stringIds;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final Map<AttributeEnum, Integer> enums = new LinkedHashMap<>();
    private final Map<List<String>, Integer> profileSets = new LinkedHashMap<>();
    private final Map<SchemaAttribute, Integer> attributes = new LinkedHashMap<>();

    SchemaWriter(ToIntFunction<String> stringIds) {
        this.stringIds = stringIds;
    }

    byte[] write(OcsfSchema schema) {
        collect(schema);
        varint(SchemaReader.FORMAT);
        string(schema.version());
        list(schema.categories(), c -> {
            string(c.name());
            varint(c.uid());
            string(c.caption());
        });
        list(schema.extensions(), e -> {
            string(e.name());
            varint(e.uid());
            string(e.caption());
        });
        list(schema.classes(), c -> {
            varint(c.uid());
            string(c.name());
            string(c.caption());
            string(c.identity().categoryName());
            varint(c.categoryUid());
            string(c.categoryCaption());
        });
        list(schema.objects(), o -> string(o.name()));
        list(schema.dictionary().values(), a -> {
            string(a.name());
            reference(a);
        });
        list(schema.profiles(), this::string);
        list(schema.types().values(), this::type);
        list(schema.observables().values(), o -> {
            varint(o.typeId());
            string(o.caption());
            string(o.source());
        });
        list(profileSets.keySet(), set -> list(set, this::string));
        blocks(enums.keySet(), this::enumeration);
        blocks(attributes.keySet(), this::attribute);
        blocks(schema.classes(), c -> {
            list(c.observables().entrySet(), e -> {
                string(e.getKey());
                varint(e.getValue());
            });
            list(c.associations().entrySet(), e -> {
                string(e.getKey());
                list(e.getValue(), this::string);
            });
            item(c);
        });
        blocks(schema.objects(), o -> {
            string(o.caption());
            optional(o.observable());
            item(o);
        });
        return out.toByteArray();
    }

    private void collect(OcsfSchema schema) {
        List<SchemaItem> items = new ArrayList<>(schema.classes());
        items.addAll(schema.objects());
        for (SchemaAttribute attribute : schema.dictionary().values()) {
            collect(attribute);
        }
        for (SchemaItem item : items) {
            profileSets.putIfAbsent(item.profiles(), profileSets.size());
            item.attributes().values().forEach(a -> collect(withoutGenerated(a)));
        }
    }

    private void collect(SchemaAttribute attribute) {
        attributes.putIfAbsent(attribute, attributes.size());
        profileSets.putIfAbsent(attribute.profiles(), profileSets.size());
        if (attribute.enumeration() != null) {
            enums.putIfAbsent(attribute.enumeration(), enums.size());
        }
    }

    /** What {@link SchemaClass} makes for itself is not written. */
    private static SchemaAttribute withoutGenerated(SchemaAttribute a) {
        boolean generated = a.name().equals("class_uid")
                || a.name().equals("category_uid")
                || a.name().equals("type_uid");
        return generated
                ? new SchemaAttribute(
                        a.name(),
                        a.type(),
                        a.isObject(),
                        a.isArray(),
                        a.requirement(),
                        a.caption(),
                        null,
                        a.sibling(),
                        a.profiles(),
                        a.observable(),
                        a.deprecatedSince(),
                        a.extension())
                : a;
    }

    private void item(SchemaItem item) {
        optional(item.parent());
        optional(item.extension());
        varint(profileSets.getOrDefault(item.profiles(), -1));
        list(item.constraints().atLeastOne(), this::string);
        list(item.constraints().justOne(), this::string);
        optional(item.deprecatedSince());
        list(item.attributes().values(), a -> reference(withoutGenerated(a)));
    }

    private void reference(SchemaAttribute attribute) {
        varint(attributes.getOrDefault(attribute, -1));
    }

    private void type(SchemaType type) {
        string(type.name());
        optional(type.base());
        optional(type.maxLength());
        optional(type.regex());
        Long min = type.min();
        Long max = type.max();
        if (min == null || max == null) {
            varint(0);
        } else {
            varint(1);
            varint(Math.toIntExact(min));
            varint(Math.toIntExact(max));
        }
        list(type.values(), this::string);
        optional(type.observable());
    }

    private void enumeration(AttributeEnum enumeration) {
        list(enumeration.values(), value -> {
            string(value.id());
            varint(stringIds.applyAsInt(value.caption()) * 2 + (value.deprecated() ? 1 : 0));
        });
    }

    private void attribute(SchemaAttribute a) {
        string(a.name());
        string(a.caption());
        string(a.type());
        varint(List.of(Requirement.values()).indexOf(a.requirement())
                + 3 * ((a.isArray() ? 1 : 0) + (a.isObject() ? 2 : 0)));
        AttributeEnum enumeration = a.enumeration();
        optional(enumeration == null ? null : enums.get(enumeration));
        optional(a.sibling());
        varint(profileSets.getOrDefault(a.profiles(), -1));
        optional(a.observable());
        optional(a.deprecatedSince());
        optional(a.extension());
    }

    private interface Each<T> {
        void write(T element);
    }

    private <T> void list(Collection<T> elements, Each<T> each) {
        varint(elements.size());
        for (T element : elements) {
            each.write(element);
        }
    }

    private <T> void blocks(Collection<T> elements, Each<T> each) {
        ByteArrayOutputStream whole = out;
        List<byte[]> parts = new ArrayList<>();
        for (T element : elements) {
            out = new ByteArrayOutputStream();
            each.write(element);
            parts.add(out.toByteArray());
        }
        out = whole;
        list(parts, part -> varint(part.length));
        parts.forEach(out::writeBytes);
    }

    private void string(String text) {
        varint(stringIds.applyAsInt(text));
    }

    private void optional(@Nullable String text) {
        varint(text == null ? 0 : stringIds.applyAsInt(text) + 1);
    }

    private void optional(@Nullable Integer number) {
        varint(number == null ? 0 : number + 1);
    }

    private void varint(int value) {
        Varint.write(out, value);
    }

    /** Negative numbers take ten bits more than they need and are refused. */
    static final class Varint {

        private Varint() {}

        static void write(ByteArrayOutputStream out, int value) {
            if (value < 0) {
                throw new IllegalArgumentException("the bundle's format has no negative numbers; " + value);
            }
            int rest = value;
            while (rest > 0x7f) {
                out.write((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            out.write(rest);
        }
    }
}
