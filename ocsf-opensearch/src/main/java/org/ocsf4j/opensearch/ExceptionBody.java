package org.ocsf4j.opensearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** The answer's body out of the exceptions that transports make of it. */
final class ExceptionBody {

    private ExceptionBody() {}

    /** The exception's message is one line about the request and then the body. */
    static byte[] of(ResponseException e) {
        String message = e.getMessage();
        int bodyAt = message == null ? -1 : message.indexOf('\n');
        return message == null || bodyAt < 0
                ? new byte[0]
                : message.substring(bodyAt + 1).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(OpenSearchException e) {
        return error(e.error().type(), e.error().reason());
    }

    private static byte[] error(@Nullable String type, @Nullable String reason) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var json = Json.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            json.writeStringField("type", type == null ? "" : type);
            json.writeStringField("reason", reason == null ? "" : reason);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
