package org.ocsf4j.opensearch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads error objects {@code {"type":…,"reason":…,"caused_by":{…}}}, of an item or of a whole answer. */
final class ErrorReader {

    private static final int MAX_CAUSES = 4;
    private static final int MAX_PLAIN_CHARS = 256;

    private ErrorReader() {}

    /** The error of a whole answer, as OpenSearch, a proxy or AWS writes it; plain text where it is not JSON. */
    static ErrorDetail ofAnswer(byte[] body) {
        if (body.length == 0) {
            return ErrorDetail.NONE;
        }
        try (JsonParser parser = Json.FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return plain(body);
            }
            ErrorDetail found = ErrorDetail.NONE;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "error" -> found = error(parser, 0);
                    case "message", "Message" -> found = new ErrorDetail(found.type(), parser.getText());
                    default -> parser.skipChildren();
                }
            }
            return found;
        } catch (IOException e) {
            return plain(body);
        }
    }

    /** The error whose value the parser stands at; leaves the parser at its last token. */
    static ErrorDetail error(JsonParser parser, int depth) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String text = parser.currentToken().isScalarValue() ? parser.getText() : "";
            parser.skipChildren();
            return new ErrorDetail("", text);
        }
        String type = "";
        String reason = "";
        ErrorDetail cause = ErrorDetail.NONE;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value.isScalarValue()) {
                type = parser.getText();
            } else if (name.equals("reason") && value == JsonToken.VALUE_STRING) {
                reason = parser.getText();
            } else if (name.equals("caused_by") && value == JsonToken.START_OBJECT && depth < MAX_CAUSES) {
                cause = error(parser, depth + 1);
            } else {
                parser.skipChildren();
            }
        }
        String causeText = cause.text();
        return new ErrorDetail(type, causeText.isEmpty() ? reason : reason + "; caused by " + causeText);
    }

    private static ErrorDetail plain(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, MAX_PLAIN_CHARS), StandardCharsets.UTF_8);
        return new ErrorDetail("", text.strip());
    }
}
