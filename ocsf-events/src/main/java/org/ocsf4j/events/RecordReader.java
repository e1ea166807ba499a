package org.ocsf4j.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/** Reads records from JSON. What does not fit a component is no error: it goes to {@code additional} as it is. */
final class RecordReader {

    /** Doubles of so many digits at most read back as the same decimal. */
    private static final int EXACT_DIGITS = 15;

    private static final long MAX_EXACT_WHOLE = 1L << 53;

    /** A value that does not fit its component. */
    private record Misfit(Object json) {}

    private RecordReader() {}

    /** Reads the object that the parser has just entered. */
    static <T extends OcsfRecord> T read(JsonParser in, Shape<T> shape) throws IOException {
        @Nullable Object[] values = new Object[shape.members.length];
        Map<String, Object> additional = null;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            Member member = shape.member(name);
            Object value = member == null ? new Misfit(JsonTree.read(in)) : value(in, member);
            if (member != null) {
                values[member.index] = value instanceof Misfit ? null : value;
            }
            if (value instanceof Misfit misfit) {
                if (additional == null) {
                    additional = new LinkedHashMap<>();
                }
                additional.put(name, misfit.json());
            } else if (additional != null) {
                additional.remove(name);
            }
        }
        return shape.make(values, additional == null ? Map.of() : additional);
    }

    private static Object value(JsonParser in, Member member) throws IOException {
        if (!member.array) {
            Object one = one(in, member);
            return one == null ? new Misfit(JsonTree.read(in)) : one;
        }
        if (in.currentToken() != JsonToken.START_ARRAY) {
            return new Misfit(JsonTree.read(in));
        }
        List<Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Object one = one(in, member);
            if (one == null) {
                return new Misfit(rest(in, member, elements));
            }
            elements.add(one);
        }
        return elements;
    }

    /** The whole array as it was: what was read of it, and what is still to be read. */
    private static List<Object> rest(JsonParser in, Member member, List<Object> elements) throws IOException {
        List<Object> all = new ArrayList<>(elements.size() + 1);
        for (Object element : elements) {
            all.add(RecordWriter.tree(member, element));
        }
        do {
            all.add(JsonTree.read(in));
        } while (in.nextToken() != JsonToken.END_ARRAY);
        return all;
    }

    /** The value that is next; null, with nothing taken, where it does not fit. */
    private static @Nullable Object one(JsonParser in, Member member) throws IOException {
        JsonToken token = in.currentToken();
        return switch (member.kind) {
            case STRING -> token == JsonToken.VALUE_STRING ? in.getText() : null;
            case INTEGER -> isInt(in, token) ? (Object) in.getIntValue() : null;
            case LONG -> isLong(in, token) ? (Object) in.getLongValue() : null;
            case FLOAT -> fraction(in, token);
            case BOOLEAN ->
                token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE ? (Object) in.getBooleanValue() : null;
            case JSON -> token == JsonToken.VALUE_NULL ? null : JsonTree.read(in);
            case MAP -> token == JsonToken.START_OBJECT ? JsonTree.read(in) : null;
            case RECORD -> token == JsonToken.START_OBJECT ? read(in, member.shape()) : null;
            case ID -> isLong(in, token) ? member.ids().of(in.getLongValue()) : null;
            case TEXT -> token == JsonToken.VALUE_STRING ? member.texts().of(in.getText()) : null;
        };
    }

    private static boolean isInt(JsonParser in, @Nullable JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() == JsonParser.NumberType.INT;
    }

    private static boolean isLong(JsonParser in, @Nullable JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    /** A double where it is the same number; null where it is not. */
    private static @Nullable Double fraction(JsonParser in, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            boolean exact = isLong(in, token) && Math.abs(in.getLongValue()) <= MAX_EXACT_WHOLE;
            return exact ? in.getDoubleValue() : null;
        }
        if (token != JsonToken.VALUE_NUMBER_FLOAT) {
            return null;
        }
        double value = in.getDoubleValue();
        String text = in.getText();
        boolean plain = text.length() <= EXACT_DIGITS && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        boolean exact = plain
                || (Double.isFinite(value)
                        && in.getDecimalValue().compareTo(new BigDecimal(Double.toString(value))) == 0);
        return exact ? value : null;
    }
}
