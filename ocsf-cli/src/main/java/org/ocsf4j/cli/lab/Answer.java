package org.ocsf4j.cli.lab;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.ocsf4j.cli.JsonLine;

/**
 * What is answered to a request.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param body the bytes; nobody changes them
 * @param headers what else the answer has for headers
 */
@SuppressWarnings("ArrayRecordComponent") // written to the browser, never compared
record Answer(int status, String type, byte[] body, Map<String, String> headers) {

    private static final String JSON = "application/json; charset=utf-8";

    static Answer file(String type, byte[] body) {
        return new Answer(200, type, body, Map.of("Cache-Control", "no-cache"));
    }

    static Answer json(String text) {
        return json(200, text);
    }

    /** A refusal, as JSON with the member {@code error}. */
    static Answer error(int status, String problem) {
        return json(status, JsonLine.of(out -> out.writeStringField("error", problem)));
    }

    private static Answer json(int status, String text) {
        return new Answer(status, JSON, text.getBytes(StandardCharsets.UTF_8), Map.of("Cache-Control", "no-store"));
    }
}
