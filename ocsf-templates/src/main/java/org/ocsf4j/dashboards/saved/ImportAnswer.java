package org.ocsf4j.dashboards.saved;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.ocsf4j.failure.UnavailableException;

/**
 * What Dashboards says of an import.
 *
 * @param success whether every object was imported
 * @param count how many were
 */
record ImportAnswer(boolean success, int count) {

    private static final JsonFactory FACTORY = new JsonFactory();

    static ImportAnswer read(String body) {
        boolean success = false;
        int count = 0;
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "success" -> success = parser.getValueAsBoolean();
                    case "successCount" -> count = parser.getValueAsInt();
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UnavailableException("[import] the answer is not Dashboards'; " + e + "; check the address", e);
        }
        return new ImportAnswer(success, count);
    }
}
