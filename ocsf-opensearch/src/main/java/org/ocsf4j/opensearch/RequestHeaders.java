package org.ocsf4j.opensearch;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.transport.GenericSerializable;

/** Who we say that we are: headers that are made for each request. Thread-safe as its parts are. */
final class RequestHeaders {

    private final @Nullable String authorization;
    private final @Nullable Supplier<String> bearerToken;
    private final @Nullable RequestSigner signer;
    private final URI endpoint;

    /**
     * @param authorization the header itself, for a user and password
     * @param endpoint where requests go
     */
    RequestHeaders(
            @Nullable String authorization,
            @Nullable Supplier<String> bearerToken,
            @Nullable RequestSigner signer,
            URI endpoint) {
        this.authorization = authorization;
        this.bearerToken = bearerToken;
        this.signer = signer;
        this.endpoint = endpoint;
    }

    /** Whether {@link #of} looks at the body: it has to be the very bytes that are sent. */
    boolean needsBody() {
        return signer != null;
    }

    Map<String, String> of(Request request, boolean compressed) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        if (bearerToken != null) {
            headers.put("Authorization", "Bearer " + bearerToken.get());
        }
        RequestSigner signs = signer;
        if (signs != null) {
            Map<String, String> signed = new TreeMap<>();
            byte[] body = body(request, signed);
            if (compressed) {
                signed.put("Content-Encoding", "gzip");
            }
            headers.putAll(signs.sign(request.getMethod(), uri(endpoint, request), signed, body));
        }
        return headers;
    }

    private static byte[] body(Request request, Map<String, String> headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (request.getBody().isPresent() && request instanceof GenericSerializable serializable) {
            headers.put("Content-Type", serializable.serialize(body));
        } else {
            request.getBody().ifPresent(bytes -> {
                headers.put("Content-Type", bytes.contentType());
                body.writeBytes(bytes.bodyAsBytes());
            });
        }
        return body.toByteArray();
    }

    private static URI uri(URI endpoint, Request request) {
        String base = endpoint.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + target(request));
    }

    /** Path and query, as they are sent and signed. */
    static String target(Request request) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        request.getParameters().forEach((name, value) -> query.add(name + '=' + encoded(value)));
        return request.getEndpoint() + query;
    }

    /** A space is {@code %20} to every server; {@code +} is one in forms only. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
