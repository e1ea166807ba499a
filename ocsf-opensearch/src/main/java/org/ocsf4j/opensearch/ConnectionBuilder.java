package org.ocsf4j.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.opensearch.client.transport.OpenSearchTransport;

/**
 * Where OpenSearch is and how it is spoken to: what the sink and the admin client are both given. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ConnectionBuilder<B extends ConnectionBuilder<B>>
        permits OpenSearchSink.Builder, OpenSearchAdmin.Builder {

    final ConnectionOptions connection = new ConnectionOptions();

    ConnectionBuilder() {}

    abstract B self();

    /**
     * The transport to send over; the caller closes it. Compression, credentials and timeouts are the transport's. The
     * default is one to the {@link #endpoint}.
     */
    public final B transport(OpenSearchTransport transport) {
        connection.transport(transport);
        return self();
    }

    /**
     * The server, {@code http://host:port} or {@code https://host:port}, with a path where a proxy needs one. The default is none:
     * either this or {@link #transport} has to be given.
     */
    public final B endpoint(URI endpoint) {
        return endpoints(List.of(endpoint));
    }

    /** Several nodes of one cluster, used in turn; one that does not answer is passed over for a while. The default is none. */
    public final B endpoints(List<URI> endpoints) {
        connection.endpoints(endpoints);
        return self();
    }

    /** User and password for {@link #endpoint}. The default is none. */
    public final B basicAuth(String user, String password) {
        connection.basicAuth(user, password);
        return self();
    }

    /** A token for {@link #endpoint}, asked for with each request so that it can be renewed. The default is none. */
    public final B bearerToken(Supplier<String> token) {
        connection.bearerToken(token);
        return self();
    }

    /** What signs each request to {@link #endpoint}, such as SigV4. The default is none. */
    public final B signer(RequestSigner signer) {
        connection.signer(signer);
        return self();
    }

    /** The HTTP proxy, {@code http://host:port}, that {@link #endpoint} is reached through. The default is none. */
    public final B proxy(URI proxy) {
        connection.proxy(proxy);
        return self();
    }

    /**
     * Whom to trust at an {@code https} {@link #endpoint}, and which certificate to show; {@link TlsContext} makes one from
     * files. The default is the platform's.
     */
    public final B sslContext(SSLContext sslContext) {
        connection.sslContext(sslContext);
        return self();
    }

    /**
     * How long an answer may take before the request counts as unanswered. The default is
     * {@link OpenSearchSink#DEFAULT_REQUEST_TIMEOUT}.
     */
    public final B requestTimeout(Duration requestTimeout) {
        connection.requestTimeout(requestTimeout);
        return self();
    }
}
