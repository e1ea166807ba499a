package org.ocsf4j.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, strings, booleans, {@link #NULL} and numbers ({@link Long}, or {@link BigInteger} and {@link BigDecimal} where a
 * long does not hold them). Of members with the same name the last one wins, in the place of the first.
 */
public final class JsonTree {

    /** Stands for JSON's null. */
    public static final Object NULL = Null.NULL;

    private enum Null {
        NULL
    }

    private static final JsonFactory JSON = new JsonFactory();

    private JsonTree() {}

    /** Parses one JSON object and nothing behind it. */
    public static Map<String, Object> parseObject(byte[] json) throws IOException {
        return parseObject(json, 0, json.length);
    }

    /** Parses one JSON object and nothing behind it. */
    public static Map<String, Object> parseObject(byte[] json, int offset, int length) throws IOException {
        try (JsonParser in = JSON.createParser(json, offset, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the JSON text is no object; it begins with " + in.currentToken());
            }
            Map<String, Object> tree = object(in);
            if (in.nextToken() != null) {
                throw new IOException("there is something behind the JSON object; " + in.currentToken());
            }
            return tree;
        }
    }

    /** Reads the value whose first token the parser has just taken; it stands on the value's last token then. */
    public static Object read(JsonParser in) throws IOException {
        return value(in, in.currentToken());
    }

    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            object.put(name, value(in, in.nextToken()));
        }
        return object;
    }

    private static Object value(JsonParser in, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("the JSON text ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            case VALUE_NUMBER_INT -> {
                Number number = in.getNumberValue();
                yield number instanceof BigInteger ? number : (Object) number.longValue();
            }
            default -> in.getDecimalValue();
        };
    }

    private static List<Object> array(JsonParser in) throws IOException {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            array.add(value(in, token));
        }
        return array;
    }

    /** Writes a tree; {@code pretty} over several lines. Closes nothing. */
    public static void write(Object tree, OutputStream out, boolean pretty) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            if (pretty) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            write(tree, json);
        }
    }

    /** Writes a tree, doubles in it too, as one value of {@code json}. */
    public static void write(Object tree, JsonGenerator json) throws IOException {
        if (tree instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                json.writeFieldName((String) member.getKey());
                write(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (tree instanceof Iterable<?> array) {
            json.writeStartArray();
            for (Object element : array) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (tree instanceof String text) {
            json.writeString(text);
        } else if (tree instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (tree instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (tree instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (tree instanceof Double number) {
            json.writeNumber(number);
        } else if (tree instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeNull();
        }
    }

    /** The member as an object; null where it is absent or something else. */
    @SuppressWarnings("unchecked") // made by this class
    public static @Nullable Map<String, Object> objectOrNull(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : null;
    }

    /** The member as an array; null where it is absent or something else. */
    @SuppressWarnings("unchecked") // made by this class
    public static @Nullable List<Object> arrayOrNull(@Nullable Object value) {
        return value instanceof List<?> ? (List<Object>) value : null;
    }

    /** The member as text; null where it is absent or something else. */
    public static @Nullable String textOrNull(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    /** The texts of an array; empty where it is absent or something else. */
    public static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** A copy that shares nothing that can change. */
    public static Object copy(Object tree) {
        if (tree instanceof Map<?, ?> object) {
            Map<String, Object> copy = new LinkedHashMap<>();
            object.forEach((name, value) -> copy.put((String) name, copy(value)));
            return copy;
        }
        if (tree instanceof List<?> array) {
            List<Object> copy = new ArrayList<>(array.size());
            array.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        return tree;
    }
}
