package org.ocsf4j.opensearch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.transport.GenericSerializable;

/** A request whose body is made once, so that what is signed is what is sent. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record FixedRequest(Request request, String contentType, byte[] bytes) implements Request, GenericSerializable {

    /** The request itself where it has no body, or none of its own making. */
    static Request of(Request request) {
        if (!(request instanceof GenericSerializable serializable)
                || request.getBody().isEmpty()) {
            return request;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return new FixedRequest(request, serializable.serialize(body), body.toByteArray());
    }

    @Override
    public String serialize(OutputStream out) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contentType;
    }

    @Override
    public String getMethod() {
        return request.getMethod();
    }

    @Override
    public String getEndpoint() {
        return request.getEndpoint();
    }

    @Override
    public Map<String, String> getParameters() {
        return request.getParameters();
    }

    @Override
    public Collection<Map.Entry<String, String>> getHeaders() {
        return request.getHeaders();
    }

    @Override
    public Optional<Body> getBody() {
        return Optional.of(new FixedBody(contentType, bytes));
    }

    private record FixedBody(String contentType, byte[] bytes) implements Body {
        @Override
        public InputStream body() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
