package org.ocsf4j.parquet.internal.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.parquet.internal.json.DocumentOutput;
import org.ocsf4j.parquet.internal.json.JsonSink;

/** Takes the key of a map in JSON and gives it as the name of a member: a string's content, else the JSON spelling. */
final class KeyText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final EventBatch scratch = new EventBatch(256, 1);
    private final DocumentOutput output;
    private final JsonSink sink;

    KeyText(int maxBytes) {
        this.output = new DocumentOutput(scratch, maxBytes);
        this.sink = new JsonSink(output, true);
    }

    /** Where the key is to be written. */
    JsonSink sink() {
        return sink;
    }

    void begin() {
        output.begin(scratch);
    }

    String end() throws IOException {
        sink.flush();
        byte[] json = scratch.buffer();
        int length = output.position();
        if (json[0] != '"') {
            return new String(json, 0, length, StandardCharsets.UTF_8);
        }
        try (JsonParser parser = FACTORY.createParser(json, 0, length)) {
            parser.nextToken();
            return parser.getText();
        }
    }
}
