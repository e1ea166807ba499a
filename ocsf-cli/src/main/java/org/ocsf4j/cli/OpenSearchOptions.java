package org.ocsf4j.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.ConnectionBuilder;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.opensearch.RequestSigner;
import org.ocsf4j.opensearch.TlsContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where OpenSearch is and as whom it is spoken to, the same for every command. Secrets come from a file or the environment, never
 * from an argument: other users of a machine see those.
 */
public final class OpenSearchOptions {

    static final String PASSWORD = "OCSF_OPENSEARCH_PASSWORD";
    static final String TOKEN = "OCSF_OPENSEARCH_TOKEN";
    static final String TRUST_STORE_PASSWORD = "OCSF_TRUST_STORE_PASSWORD";
    static final String KEY_STORE_PASSWORD = "OCSF_KEY_STORE_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--opensearch", paramLabel = "URL", description = "the OpenSearch endpoint")
    private @Nullable URI endpoint;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "basic authentication; the password is in --password-file or the environment's " + PASSWORD)
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "holds the password of --user on its first line")
    private @Nullable Path passwordFile;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "holds a bearer token, read again for each request; without it the environment's " + TOKEN
                    + " is used if it is set")
    private @Nullable Path tokenFile;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "certificates to trust instead of the platform's: PEM, or a PKCS #12 or JKS store whose password is"
                            + " the environment's " + TRUST_STORE_PASSWORD)
    private @Nullable Path trust;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "a PKCS #12 or JKS store with the certificate to show; its password is the environment's "
                    + KEY_STORE_PASSWORD)
    private @Nullable Path clientCertificate;

    @Mixin
    private final SignatureOptions signature = new SignatureOptions();

    private final Map<String, String> environment;

    public OpenSearchOptions() {
        this(System.getenv());
    }

    OpenSearchOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The sink that the options describe. */
    public OpenSearchSink.Builder sink() {
        return connected(OpenSearchSink.builder());
    }

    /** The admin client that the options describe. */
    public OpenSearchAdmin.Builder admin() {
        return connected(OpenSearchAdmin.builder());
    }

    /** Whether there is an endpoint. */
    public boolean isGiven() {
        return endpoint != null;
    }

    /** Where OpenSearch is. */
    public URI endpoint() {
        if (endpoint == null) {
            String missing = "Missing required option: '--opensearch=URL'";
            throw command == null
                    ? new ConfigurationException(missing)
                    : new ParameterException(command.commandLine(), missing);
        }
        return endpoint;
    }

    private <B extends ConnectionBuilder<B>> B connected(B builder) {
        builder.endpoint(endpoint());
        if (user != null) {
            builder.basicAuth(user, password());
        } else if (hasToken()) {
            builder.bearerToken(token());
        }
        RequestSigner signer = signature.signer(endpoint());
        if (signer != null) {
            builder.signer(signer);
        }
        SSLContext tls = tls();
        return tls == null ? builder : builder.sslContext(tls);
    }

    private String password() {
        return passwordFile == null ? fromEnvironment(PASSWORD, "--user") : SecretFile.firstLine(passwordFile);
    }

    private boolean hasToken() {
        return tokenFile != null || !environment.getOrDefault(TOKEN, "").isEmpty();
    }

    private Supplier<String> token() {
        Path file = tokenFile;
        return file == null ? () -> fromEnvironment(TOKEN, "a bearer token") : () -> SecretFile.firstLine(file);
    }

    private @Nullable SSLContext tls() {
        if (trust == null && clientCertificate == null) {
            return null;
        }
        TlsContext context = TlsContext.builder();
        if (trust != null) {
            if (isPem(trust)) {
                context.trustPem(trust);
            } else {
                context.trustStore(
                        trust, fromEnvironment(TRUST_STORE_PASSWORD, "--trust").toCharArray());
            }
        }
        if (clientCertificate != null) {
            context.keyStore(
                    clientCertificate,
                    fromEnvironment(KEY_STORE_PASSWORD, "--client-certificate").toCharArray());
        }
        return context.build();
    }

    private static boolean isPem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".pem") || name.endsWith(".crt") || name.endsWith(".cer");
    }

    private String fromEnvironment(String variable, String purpose) {
        String value = environment.get(variable);
        if (value == null) {
            throw new ConfigurationException("[" + endpoint().getHost() + "] " + purpose
                    + " needs a secret; the variable " + variable + " is not set; set it or name a file");
        }
        return value;
    }
}
