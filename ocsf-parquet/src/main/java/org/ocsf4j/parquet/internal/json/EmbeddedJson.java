package org.ocsf4j.parquet.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * JSON text inside a column, embedded as JSON. What does not parse, has a member twice, nests more than 64 deep or holds half
 * a surrogate pair stays text.
 */
public final class EmbeddedJson {

    private static final JsonFactory STRICT = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private EmbeddedJson() {}

    /** Whether it is to be embedded. */
    public static boolean isEmbeddable(String json) {
        try (JsonParser parser = STRICT.createParser(json)) {
            if (parser.nextToken() == null) {
                return false;
            }
            int depth = 0;
            boolean ended = false;
            for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
                if (ended) {
                    return false;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                ended = depth == 0;
                boolean text = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
                if (text && hasLoneSurrogate(parser.getText())) {
                    return false;
                }
            }
            return ended;
        } catch (IOException notJson) {
            return false;
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Writes what {@link #isEmbeddable}. */
    public static void copy(String json, JsonGenerator to) throws IOException {
        try (JsonParser parser = STRICT.createParser(json)) {
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_OBJECT -> to.writeStartObject();
                    case END_OBJECT -> to.writeEndObject();
                    case START_ARRAY -> to.writeStartArray();
                    case END_ARRAY -> to.writeEndArray();
                    case FIELD_NAME -> to.writeFieldName(parser.currentName());
                    case VALUE_STRING -> to.writeString(parser.getText());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(parser.getText());
                    case VALUE_TRUE -> to.writeBoolean(true);
                    case VALUE_FALSE -> to.writeBoolean(false);
                    default -> to.writeNull();
                }
            }
        }
    }
}
