package org.ocsf4j.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** Where OpenSearch is and how it is spoken to; what the builders of the sink and of the admin client share. */
final class ConnectionOptions {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private @Nullable OpenSearchTransport transport;
    private @Nullable URI endpoint;
    private @Nullable String authorization;
    private @Nullable SSLContext sslContext;
    private Duration requestTimeout = OpenSearchSink.DEFAULT_REQUEST_TIMEOUT;

    void transport(OpenSearchTransport value) {
        transport = Objects.requireNonNull(value, "transport");
    }

    void endpoint(URI value) {
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
        endpoint = value;
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
        if ((transport == null) == (endpoint == null)) {
            throw new IllegalStateException("pass either a transport or an endpoint; "
                    + (transport == null ? "neither was passed" : "both were passed"));
        }
        if (transport != null) {
            if (authorization != null || sslContext != null) {
                throw new IllegalStateException(
                        "basicAuth and sslContext go with an endpoint; a transport has its own; drop them");
            }
            return new Connection(transport, false, false, "OpenSearch", requestTimeout);
        }
        URI uri = Objects.requireNonNull(endpoint);
        return new Connection(newTransport(uri, connections), true, gzip, uri.toString(), requestTimeout);
    }

    private OpenSearchTransport newTransport(URI uri, int connections) {
        Timeout answer = Timeout.of(requestTimeout);
        var connectionManager = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                        .setSocketTimeout(answer)
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .setTlsStrategy(tlsStrategy());
        RequestConfig requestConfig = RequestConfig.custom()
                .setResponseTimeout(answer)
                .setConnectionRequestTimeout(answer)
                .build();
        ApacheHttpClient5TransportBuilder builder = ApacheHttpClient5TransportBuilder.builder(
                        HttpHost.create(URI.create(uri.getScheme() + "://" + uri.getRawAuthority())))
                .setMapper(new NoMapper())
                .setHttpClientConfigCallback(client -> client.setConnectionManager(connectionManager.build())
                        .setDefaultRequestConfig(requestConfig)
                        .setUserAgent("ocsf4j")
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching());
        if (authorization != null) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", authorization, true)});
        }
        String path = uri.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            builder.setPathPrefix(path);
        }
        return builder.build();
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
