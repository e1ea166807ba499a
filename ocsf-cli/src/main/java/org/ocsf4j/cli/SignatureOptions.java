package org.ocsf4j.cli;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.OpenSearchService;
import org.ocsf4j.aws.RoleSettings;
import org.ocsf4j.aws.SigV4Signer;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.RequestSigner;
import picocli.CommandLine.Option;

/** Who signs the requests to an OpenSearch at AWS. The identity lives as long as the process. */
public final class SignatureOptions {

    private static final Pattern AWS_HOST =
            Pattern.compile(".+\\.([a-z0-9-]+)\\.(?:es|aoss)\\.amazonaws\\.com(?:\\.cn)?");

    @Option(
            names = "--sigv4",
            paramLabel = "SERVICE",
            description = "sign requests to OpenSearch with AWS Signature Version 4: es for Amazon OpenSearch Service,"
                    + " aoss for Serverless")
    private @Nullable String service;

    @Option(
            names = "--domain-role-arn",
            paramLabel = "ARN",
            description = "the role that signs; without it, the SDK's default chain")
    private @Nullable String roleArn;

    @Option(
            names = "--domain-external-id",
            paramLabel = "ID",
            description = "the external id of --domain-role-arn, where its trust policy asks for one")
    private @Nullable String externalId;

    @Option(
            names = "--domain-region",
            paramLabel = "REGION",
            description = "the region to sign for; without it, the one in the endpoint's name")
    private @Nullable String region;

    @Option(names = "--domain-sts-endpoint", paramLabel = "URL", hidden = true, description = "an STS other than AWS's")
    private @Nullable URI stsEndpoint;

    /** Null where nothing is to be signed. */
    public @Nullable RequestSigner signer(URI endpoint) {
        if (service == null) {
            if (roleArn != null || externalId != null || region != null) {
                throw new ConfigurationException("[" + endpoint.getHost()
                        + "] --domain-role-arn, --domain-external-id and --domain-region go with --sigv4; add it");
            }
            return null;
        }
        String signedRegion = region == null ? regionOf(endpoint) : region;
        AwsClients.Builder identity = AwsClients.builder().region(signedRegion);
        if (stsEndpoint != null) {
            identity.stsEndpoint(stsEndpoint);
        }
        try {
            OpenSearchService signed = OpenSearchService.valueOf(service.toUpperCase(Locale.ROOT));
            if (roleArn != null) {
                identity.role(RoleSettings.of(roleArn, externalId));
            }
            return SigV4Signer.of(signed, signedRegion, identity.build().credentials())::sign;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "[" + endpoint.getHost() + "] requests cannot be signed; " + e.getMessage()
                            + "; use --sigv4 es or --sigv4 aoss, and a role's ARN",
                    e);
        }
    }

    private static String regionOf(URI endpoint) {
        Matcher host = AWS_HOST.matcher(String.valueOf(endpoint.getHost()).toLowerCase(Locale.ROOT));
        if (!host.matches()) {
            throw new ConfigurationException("[" + endpoint.getHost()
                    + "] the endpoint's name holds no region to sign for; pass --domain-region");
        }
        return host.group(1);
    }
}
