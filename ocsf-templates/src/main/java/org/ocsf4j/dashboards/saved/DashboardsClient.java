package org.ocsf4j.dashboards.saved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.opensearch.RequestSigner;

/**
 * Imports saved objects through the API of OpenSearch Dashboards. Redirects are not followed, since credentials would follow them.
 * Thread-safe; holds nothing that has to be closed.
 */
public final class DashboardsClient {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String BOUNDARY = "ocsf4j-7f1d2c9be6a84e53";
    private static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;
    private static final int MAX_QUOTED = 300;

    private final URI endpoint;
    private final HttpClient http;
    private final @Nullable String authorization;
    private final @Nullable RequestSigner signer;

    /**
     * @param endpoint where Dashboards is, its base path included
     * @param user for basic authentication; absent for none
     * @param password the user's
     * @param tls what to trust; absent for the platform's certificates
     */
    public DashboardsClient(URI endpoint, @Nullable String user, @Nullable String password, @Nullable SSLContext tls) {
        this(endpoint, user, password, tls, null);
    }

    /**
     * With requests that are signed, as the Dashboards of a domain or a collection at AWS wants them.
     *
     * @param signer signs each request with the bytes that are sent; asked for the endpoint's own name, so that no proxy may stand between
     * @param tls what to trust; absent for the platform's certificates
     */
    public static DashboardsClient signing(URI endpoint, RequestSigner signer, @Nullable SSLContext tls) {
        return new DashboardsClient(endpoint, null, null, tls, signer);
    }

    private DashboardsClient(
            URI endpoint,
            @Nullable String user,
            @Nullable String password,
            @Nullable SSLContext tls,
            @Nullable RequestSigner signer) {
        this.endpoint = endpoint;
        this.signer = signer;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
        http = (tls == null ? builder : builder.sslContext(tls)).build();
        authorization = user == null
                ? null
                : "Basic "
                        + Base64.getEncoder()
                                .encodeToString((user + ":" + (password == null ? "" : password))
                                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Imports the objects and replaces those that are there.
     *
     * @return how many were imported
     * @throws ConfigurationException where Dashboards refuses the request or one of the objects
     * @throws UnavailableException where it does not answer; importing again helps
     */
    public int importObjects(byte[] ndjson) {
        URI uri = URI.create(endpoint.toString().replaceAll("/+$", "") + "/api/saved_objects/_import?overwrite=true");
        byte[] body = multipart(ndjson);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("osd-xsrf", "true")
                .header("Content-Type", CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signer != null) {
            signer.sign("POST", uri, Map.of("Content-Type", CONTENT_TYPE), body).forEach((name, value) -> {
                if (!name.equalsIgnoreCase("host")) { // the HTTP client sends it, and as it is signed
                    request.header(name, value);
                }
            });
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw new UnavailableException("[" + uri + "] Dashboards is busy or broken; HTTP " + answer.statusCode()
                    + ' ' + quoted(answer.body()) + "; try again later");
        }
        if (answer.statusCode() != 200) {
            throw new ConfigurationException("[" + uri + "] Dashboards refuses the import; HTTP " + answer.statusCode()
                    + ' ' + quoted(answer.body()) + "; check the address, the user and its roles");
        }
        ImportAnswer imported = ImportAnswer.read(answer.body());
        if (!imported.success()) {
            throw new ConfigurationException("[" + uri + "] not all objects were imported; " + quoted(answer.body())
                    + "; import the exported file in the console to see why");
        }
        return imported.count();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UnavailableException(
                    "[" + request.uri() + "] no answer; " + e + "; check that Dashboards runs there", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("[" + request.uri() + "] interrupted before the answer came", e);
        }
    }

    private static byte[] multipart(byte[] ndjson) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(ndjson.length + 512);
        body.writeBytes(("--" + BOUNDARY + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"dashboards.ndjson\"\r\n"
                        + "Content-Type: application/ndjson\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(ndjson);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static String quoted(String body) {
        String line = body.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > MAX_QUOTED ? line.substring(0, MAX_QUOTED) + "…" : line;
    }
}
