package org.ocsf4j.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectIdentity;

/**
 * A dead letter as one line of JSON, the document in it byte for byte as it was sent: as it stands where it is a JSON object on
 * one line, in base64 otherwise, so that no document can forge a letter.
 */
final class DeadLetterJson {

    /** The version of this layout. */
    static final int FORMAT = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private DeadLetterJson() {}

    /** The letter's line, with its line feed. */
    static byte[] line(DeadLetter letter) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeObjectFieldStart("object");
            json.writeStringField("bucket", letter.object().bucket());
            json.writeStringField("key", letter.object().key());
            text(json, "eTag", letter.eTag());
            json.writeEndObject();
            Long row = letter.row();
            if (row != null) {
                json.writeNumberField("row", row);
            }
            text(json, "index", letter.index());
            text(json, "id", letter.id());
            json.writeNumberField("idFormat", ObjectIdentity.ID_FORMAT);
            json.writeNumberField("status", letter.status());
            json.writeStringField("errorType", letter.errorType());
            json.writeStringField("reason", letter.reason());
            json.writeNumberField("attempt", letter.attempt());
            json.writeStringField("firstSeen", letter.firstSeen().toString());
            byte[] document = letter.document();
            if (document != null) {
                if (JsonText.isObjectOnOneLine(document)) {
                    json.writeFieldName("document");
                    json.writeRawValue(new String(document, StandardCharsets.UTF_8));
                } else {
                    json.writeBinaryField("documentBase64", document);
                }
            }
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
