package org.ocsf4j.events;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/** Writes records as JSON, components in the order of the record, then what is additional. */
final class RecordWriter {

    private RecordWriter() {}

    static <T extends OcsfRecord> void write(JsonGenerator out, Shape<T> shape, T record) throws IOException {
        @Nullable Object[] values = shape.values(record);
        out.writeStartObject();
        for (Member member : shape.members) {
            Object value = values[member.index];
            if (value != null) {
                out.writeFieldName(member.serializedName);
                if (member.array) {
                    array(out, member, (List<?>) value);
                } else {
                    one(out, member, value);
                }
            }
        }
        for (Map.Entry<String, Object> entry : record.additional().entrySet()) {
            Member member = shape.member(entry.getKey());
            if (member == null || values[member.index] == null) {
                out.writeFieldName(entry.getKey());
                JsonTree.write(entry.getValue(), out);
            }
        }
        out.writeEndObject();
    }

    private static void array(JsonGenerator out, Member member, List<?> elements) throws IOException {
        out.writeStartArray();
        for (Object element : elements) {
            one(out, member, element);
        }
        out.writeEndArray();
    }

    private static void one(JsonGenerator out, Member member, Object value) throws IOException {
        switch (member.kind) {
            case STRING -> out.writeString((String) value);
            case INTEGER -> out.writeNumber((Integer) value);
            case LONG -> out.writeNumber((Long) value);
            case FLOAT -> fraction(out, (Double) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case JSON, MAP -> JsonTree.write(value, out);
            case RECORD -> record(out, member.shape(), value);
            case ID -> out.writeNumber(((EnumId<?>) value).id());
            case TEXT -> out.writeString(((EnumText<?>) value).text());
        }
    }

    private static void fraction(JsonGenerator out, double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("[OCSF event] a number has no form in JSON; " + value);
        }
        out.writeNumber(value);
    }

    @SuppressWarnings("unchecked") // the shape is that of the component's type
    private static <T extends OcsfRecord> void record(JsonGenerator out, Shape<T> shape, Object value)
            throws IOException {
        write(out, shape, (T) value);
    }

    /** The JSON of one value of a component, as a tree. */
    static Object tree(Member member, Object value) {
        return switch (member.kind) {
            case STRING, BOOLEAN, LONG, JSON, MAP -> value;
            case INTEGER -> ((Integer) value).longValue();
            case FLOAT -> new BigDecimal(value.toString());
            case RECORD -> tree(member.shape(), value);
            case ID -> ((EnumId<?>) value).id();
            case TEXT -> ((EnumText<?>) value).text();
        };
    }

    @SuppressWarnings("unchecked") // the shape is that of the component's type
    private static <T extends OcsfRecord> Map<String, Object> tree(Shape<T> shape, Object value) {
        T record = (T) value;
        Map<String, Object> tree = new LinkedHashMap<>(record.additional());
        @Nullable Object[] values = shape.values(record);
        for (Member member : shape.members) {
            Object component = values[member.index];
            if (component instanceof List<?> list && member.array) {
                tree.put(
                        member.name,
                        list.stream().map(element -> tree(member, element)).toList());
            } else if (component != null) {
                tree.put(member.name, tree(member, component));
            }
        }
        return tree;
    }
}
