package org.ocsf4j.fuzz.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;

/** Parses rows strictly: one object a row, on one line, no key twice. Thread-safe. */
final class JsonLines {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonLines() {}

    /** What is wrong with the first row of {@code batch} that is wrong, or null. */
    static @Nullable String fault(EventBatch batch) {
        for (int i = 0; i < batch.count(); i++) {
            String fault = fault(batch.buffer(), batch.offset(i), batch.length(i));
            if (fault != null) {
                return "row " + batch.row(i) + ": " + fault + "; " + batch.event(i);
            }
        }
        return null;
    }

    private static @Nullable String fault(byte[] buffer, int offset, int length) {
        if (buffer[offset + length] != '\n') {
            return "no line feed behind it";
        }
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                return "a line feed within it";
            }
        }
        try (JsonParser parser = STRICT.createParser(buffer, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "no object";
            }
            parser.skipChildren();
            return parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null
                    ? "more or less than one object"
                    : null;
        } catch (IOException e) {
            return "no JSON: " + e.getMessage();
        }
    }
}
