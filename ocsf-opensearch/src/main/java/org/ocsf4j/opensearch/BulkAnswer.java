package org.ocsf4j.opensearch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The items of a bulk answer, by position. An item that the answer does not hold, or that it holds only in part, has status
 * {@link #UNKNOWN}: what became of it is not known.
 */
final class BulkAnswer {

    static final int UNKNOWN = 0;

    private final int[] statuses;
    private @Nullable ErrorDetail @Nullable [] errors;
    private int items;

    private BulkAnswer(int expected) {
        statuses = new int[expected];
    }

    /** Reads the answer to a request of {@code expected} items. Where it holds more items than that none of it is trusted. */
    static BulkAnswer read(byte[] body, int expected) {
        BulkAnswer answer = new BulkAnswer(expected);
        if (StoredItems.read(body, answer.statuses)) {
            return answer;
        }
        Arrays.fill(answer.statuses, UNKNOWN);
        try (JsonParser parser = Json.FACTORY.createParser(body)) {
            answer.readObject(parser);
        } catch (IOException e) {
            // truncated or not JSON: the items before that point are whole
            return answer.trusted();
        }
        return answer.trusted();
    }

    private BulkAnswer trusted() {
        return items <= statuses.length ? this : new BulkAnswer(statuses.length);
    }

    int status(int item) {
        return statuses[item];
    }

    ErrorDetail error(int item) {
        ErrorDetail error = errors == null ? null : errors[item];
        return error == null ? ErrorDetail.NONE : error;
    }

    private void readObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isItems = parser.currentName().equals("items");
            if (parser.nextToken() == JsonToken.START_ARRAY && isItems) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    readItem(parser);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    /** {@code {"create":{"status":400,"error":{…}}}} */
    private void readItem(JsonParser parser) throws IOException {
        int status = UNKNOWN;
        ErrorDetail error = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (name.equals("status") && value == JsonToken.VALUE_NUMBER_INT) {
                        status = parser.getIntValue();
                    } else if (name.equals("error") && value != JsonToken.VALUE_NULL) {
                        error = ErrorReader.error(parser, 0);
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        } else {
            parser.skipChildren();
        }
        if (items < statuses.length) {
            statuses[items] = status;
            if (error != null) {
                if (errors == null) {
                    errors = new ErrorDetail[statuses.length];
                }
                errors[items] = error;
            }
        }
        items++;
    }
}
