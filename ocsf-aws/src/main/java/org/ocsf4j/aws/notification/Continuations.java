package org.ocsf4j.aws.notification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.notification.RawMessage.RawRecord;
import org.ocsf4j.notification.ObjectNotification;

/** Writes the message that announces what is left of an object. Its layout is EventBridge's, with {@code next-row} beside it. */
final class Continuations {

    static final String SOURCE = "ocsf4j";

    private static final JsonFactory JSON = new JsonFactory();

    private Continuations() {}

    static String json(RawMessage before, ObjectNotification rest, int attempt) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("source", SOURCE);
            text(json, "account", before.account);
            text(json, "region", region(before));
            json.writeObjectFieldStart("continuation");
            json.writeObjectFieldStart("bucket");
            json.writeStringField("name", rest.location().bucket());
            json.writeEndObject();
            json.writeObjectFieldStart("object");
            json.writeStringField("key", rest.location().key());
            Long size = rest.sizeBytes();
            if (size != null) {
                json.writeNumberField("size", size);
            }
            text(json, "etag", rest.eTag());
            text(json, "version-id", rest.versionId());
            json.writeEndObject();
            json.writeEndObject();
            json.writeNumberField("next-row", rest.firstRow());
            json.writeNumberField("attempt", attempt);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Records of one message come from one bucket, and so from one region. */
    private static @Nullable String region(RawMessage before) {
        if (before.records == null) {
            return before.region;
        }
        return before.records.stream()
                .map(RawRecord::region)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
