package org.ocsf4j.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectLocation;

/** Reads one line that {@link DeadLetterJson} wrote; the document comes out byte for byte. Reads one line, then is thrown away. */
final class DeadLetterParser {

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] line;

    private String bucket = "";
    private String key = "";
    private @Nullable String eTag;
    private @Nullable Long row;
    private int status;
    private String errorType = "";
    private String reason = "";
    private @Nullable String index;
    private @Nullable String id;
    private byte @Nullable [] document;
    private int attempt;
    private String firstSeen = "";
    private int format;

    private DeadLetterParser(byte[] line) {
        this.line = line;
    }

    /** @throws IOException where the line is not a letter of this format */
    static DeadLetter parse(byte[] line) throws IOException {
        DeadLetterParser letter = new DeadLetterParser(line);
        try (JsonParser parser = JSON.createParser(line)) {
            letter.read(parser);
            return letter.letter(parser);
        }
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "not an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "format" -> format = parser.getIntValue();
                case "object" -> readObject(parser);
                case "row" -> row = parser.getLongValue();
                case "index" -> index = parser.getText();
                case "id" -> id = parser.getText();
                case "status" -> status = parser.getIntValue();
                case "errorType" -> errorType = parser.getText();
                case "reason" -> reason = parser.getText();
                case "attempt" -> attempt = parser.getIntValue();
                case "firstSeen" -> firstSeen = parser.getText();
                case "document" -> document = raw(parser, value);
                case "documentBase64" -> document = parser.getBinaryValue();
                default -> parser.skipChildren();
            }
        }
    }

    private void readObject(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "bucket" -> bucket = parser.getText();
                case "key" -> key = parser.getText();
                case "eTag" -> eTag = parser.getText();
                default -> parser.skipChildren();
            }
        }
    }

    /** The bytes between the braces of the value that the parser stands at. */
    private byte[] raw(JsonParser parser, @Nullable JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "the document is not an object");
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        return Arrays.copyOfRange(line, from, to);
    }

    private DeadLetter letter(JsonParser parser) throws IOException {
        if (format != DeadLetterJson.FORMAT) {
            throw new JsonParseException(parser, "letters of format " + format + " are not known");
        }
        if (bucket.isEmpty() || key.isEmpty()) {
            throw new JsonParseException(parser, "the letter names no object");
        }
        try {
            return new DeadLetter(
                    new ObjectLocation(bucket, key),
                    eTag,
                    row,
                    status,
                    errorType,
                    reason,
                    index,
                    id,
                    document,
                    attempt,
                    Instant.parse(firstSeen));
        } catch (DateTimeParseException e) {
            throw new JsonParseException(parser, "firstSeen is no instant", e);
        }
    }
}
