package org.ocsf4j.cli.dashboards;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.cli.SecretFile;
import org.ocsf4j.cli.SignatureOptions;
import org.ocsf4j.dashboards.saved.DashboardsClient;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.RequestSigner;
import org.ocsf4j.opensearch.TlsContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports the dashboards through the API of OpenSearch Dashboards; what is there under their ids is replaced. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = "Imports the dashboards into OpenSearch Dashboards; importing again replaces them.")
final class InstallCommand implements Callable<Integer> {

    private static final String PASSWORD = "OCSF_DASHBOARDS_PASSWORD";

    @Option(
            names = "--dashboards",
            required = true,
            paramLabel = "URL",
            description = "where OpenSearch Dashboards is, its base path included")
    @SuppressWarnings("NullAway.Init") // required
    private URI endpoint;

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

    @Option(names = "--trust", paramLabel = "FILE", description = "PEM certificates to trust instead of the platform's")
    private @Nullable Path trust;

    @Mixin
    private final SignatureOptions signature = new SignatureOptions();

    @Mixin
    private DashboardContents contents = new DashboardContents();

    @Override
    public Integer call() {
        SSLContext tls =
                trust == null ? null : TlsContext.builder().trustPem(trust).build();
        int imported = client(tls).importObjects(contents.ndjson());
        System.out.println("imported " + imported + " saved objects");
        return 0;
    }

    private DashboardsClient client(@Nullable SSLContext tls) {
        RequestSigner signer = signature.signer(endpoint);
        if (signer == null) {
            return new DashboardsClient(endpoint, user, user == null ? null : password(), tls);
        }
        if (user != null) {
            throw new ConfigurationException(
                    "[" + endpoint.getHost() + "] a request has one identity; --user beside --sigv4; leave one out");
        }
        return DashboardsClient.signing(endpoint, signer, tls);
    }

    private String password() {
        if (passwordFile != null) {
            return SecretFile.firstLine(passwordFile);
        }
        String password = System.getenv(PASSWORD);
        if (password == null) {
            throw new ConfigurationException("[" + endpoint.getHost() + "] --user needs a password; the variable "
                    + PASSWORD + " is not set; set it or name a file");
        }
        return password;
    }
}
