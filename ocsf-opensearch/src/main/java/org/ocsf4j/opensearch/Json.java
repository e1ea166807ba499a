package org.ocsf4j.opensearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one JSON factory of this module, and reading of the small answers of the admin client. */
final class Json {

    static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The scalar at this path of object members; null where there is none. */
    static @Nullable String find(byte[] json, String... path) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            for (String member : path) {
                if (!enter(parser, member)) {
                    return null;
                }
            }
            JsonToken value = parser.currentToken();
            return value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getText() : null;
        }
    }

    /** Moves from an object's start to the value of one of its members. */
    private static boolean enter(JsonParser parser, String member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(member);
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** The scalar members of each object of an array, as text; null members are left out. */
    static List<Map<String, String>> rows(byte[] json) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("not an array");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> row = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                        row.put(name, parser.getText());
                    }
                    parser.skipChildren();
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
