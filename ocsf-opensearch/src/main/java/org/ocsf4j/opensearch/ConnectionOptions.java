package org.ocsf4j.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.transport.OpenSearchTransport;

/** Where OpenSearch is and how it is spoken to; what the builders of the sink and of the admin client share. */
final class ConnectionOptions {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private @Nullable OpenSearchTransport transport;
    private List<URI> endpoints = List.of();
    private @Nullable String authorization;
    private @Nullable Supplier<String> bearerToken;
    private @Nullable RequestSigner signer;
    private @Nullable SSLContext sslContext;
    private @Nullable URI proxy;
    private Duration requestTimeout = OpenSearchSink.DEFAULT_REQUEST_TIMEOUT;

    void transport(OpenSearchTransport value) {
        transport = Objects.requireNonNull(value, "transport");
    }

    void endpoints(List<URI> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is no endpoint; give at least one");
        }
        String path = pathOf(values.get(0));
        for (URI value : values) {
            checkEndpoint(value);
            if (!pathOf(value).equals(path)) {
                throw new IllegalArgumentException(
                        "the endpoints differ in their paths; " + pathOf(value) + " and " + path + "; use one path");
            }
        }
        endpoints = List.copyOf(values);
    }

    private static String pathOf(URI endpoint) {
        String path = endpoint.getRawPath();
        if (path == null) {
            return "";
        }
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static void checkEndpoint(URI value) {
        Objects.requireNonNull(value, "endpoint");
        String scheme = value.getScheme() == null ? "" : value.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || value.getHost() == null) {
            throw new IllegalArgumentException("the endpoint is not a URL of a server; " + value.getScheme() + "://"
                    + value.getHost() + "; use http://host:port or https://host:port");
        }
        if (value.getRawUserInfo() != null || value.getRawQuery() != null || value.getRawFragment() != null) {
            throw new IllegalArgumentException("the endpoint holds user, query or fragment; host " + value.getHost()
                    + "; pass the user with basicAuth");
        }
    }

    void bearerToken(Supplier<String> token) {
        bearerToken = Objects.requireNonNull(token, "token");
    }

    void signer(RequestSigner value) {
        signer = Objects.requireNonNull(value, "signer");
    }

    void proxy(URI value) {
        Objects.requireNonNull(value, "proxy");
        if (!"http".equalsIgnoreCase(value.getScheme()) || value.getHost() == null || value.getPort() < 1) {
            throw new IllegalArgumentException(
                    "the proxy is not a URL with a port; " + value + "; use http://host:port");
        }
        proxy = value;
    }

    void basicAuth(String user, String password) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (user.isEmpty() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user is empty or holds a colon; " + user);
        }
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    void sslContext(SSLContext value) {
        sslContext = Objects.requireNonNull(value, "sslContext");
    }

    void requestTimeout(Duration value) {
        Objects.requireNonNull(value, "requestTimeout");
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("requestTimeout is not positive; " + value);
        }
        requestTimeout = value;
    }

    /**
     * Connects lazily: nothing is sent here.
     *
     * @throws IllegalStateException where the options contradict each other
     */
    Connection connect(int connections, boolean gzip) {
        if ((transport == null) == endpoints.isEmpty()) {
            throw new IllegalStateException("pass either a transport or an endpoint; "
                    + (transport == null ? "neither was passed" : "both were passed"));
        }
        if (transport != null) {
            if (authorization != null || bearerToken != null || signer != null || sslContext != null || proxy != null) {
                throw new IllegalStateException("basicAuth, bearerToken, signer, sslContext and proxy go with an"
                        + " endpoint; a transport has its own; drop them");
            }
            return new TransportConnection(transport, requestTimeout);
        }
        int identities = (authorization == null ? 0 : 1) + (bearerToken == null ? 0 : 1) + (signer == null ? 0 : 1);
        if (identities > 1) {
            throw new IllegalStateException(
                    "pass one of basicAuth, bearerToken and signer; " + identities + " were passed");
        }
        if (signer != null && endpoints.size() > 1) {
            throw new IllegalStateException(
                    "a signature is for one host; " + endpoints.size() + " endpoints; pass one");
        }
        URI first = endpoints.get(0);
        String name = endpoints.size() == 1 ? first.toString() : endpoints.toString();
        return new HttpConnection(
                newClient(connections),
                new Nodes(hosts()),
                pathOf(first),
                gzip,
                name,
                requestTimeout,
                new RequestHeaders(authorization, bearerToken, signer, first));
    }

    private List<HttpHost> hosts() {
        return endpoints.stream()
                .map(uri -> new HttpHost(uri.getScheme().toLowerCase(Locale.ROOT), uri.getHost(), uri.getPort()))
                .toList();
    }

    private CloseableHttpAsyncClient newClient(int connections) {
        Timeout answer = Timeout.of(requestTimeout);
        return HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections * endpoints.size())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                                .setSocketTimeout(answer)
                                .build())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .setTlsStrategy(tlsStrategy())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(answer)
                        .setConnectionRequestTimeout(answer)
                        .build())
                .setProxy(proxy == null ? null : new HttpHost("http", proxy.getHost(), proxy.getPort()))
                .setUserAgent("ocsf4j")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** The client's built-in way of checking host names has no effect on its asynchronous connections: they are checked here. */
    private TlsStrategy tlsStrategy() {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(sslContext == null ? SSLContexts.createSystemDefault() : sslContext)
                .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                .buildAsync();
    }
}
