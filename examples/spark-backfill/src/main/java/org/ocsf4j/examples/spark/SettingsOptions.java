package org.ocsf4j.examples.spark;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import picocli.CommandLine.Option;

/** Where the lake, the ledger and OpenSearch are, and as whom they are spoken to. */
final class SettingsOptions {

    private static final String PASSWORD = "OCSF_OPENSEARCH_PASSWORD";

    @Option(names = "--bucket", required = true, paramLabel = "NAME", description = "the lake's bucket")
    @SuppressWarnings("NullAway.Init") // required
    private String bucket;

    @Option(
            names = "--state",
            required = true,
            paramLabel = "s3://BUCKET/PREFIX",
            description = "where the ledger and the dead letters are kept; not in the lake's bucket")
    @SuppressWarnings("NullAway.Init") // required
    private URI state;

    @Option(names = "--opensearch", required = true, paramLabel = "URL", description = "the OpenSearch endpoint")
    @SuppressWarnings("NullAway.Init") // required
    private URI openSearch;

    @Option(names = "--aws-region", paramLabel = "REGION", description = "the buckets' region; default the SDK's")
    private @Nullable String awsRegion;

    @Option(names = "--s3-endpoint", paramLabel = "URL", description = "an S3 endpoint other than AWS's")
    private @Nullable URI s3Endpoint;

    @Option(names = "--role-arn", paramLabel = "ARN", description = "the role that reads the lake; default our own")
    private @Nullable String roleArn;

    @Option(names = "--external-id", paramLabel = "ID", description = "the external id of --role-arn")
    private @Nullable String externalId;

    @Option(
            names = "--sigv4",
            paramLabel = "SERVICE",
            description = "sign requests to OpenSearch as our own role: es, or aoss for Serverless")
    private @Nullable String signedService;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "basic authentication; the password is in the driver's environment, " + PASSWORD)
    private @Nullable String user;

    Settings settings(Map<String, String> environment) {
        if (!"s3".equals(state.getScheme())
                || state.getHost() == null
                || state.getHost().equals(bucket)) {
            throw new ConfigurationException(
                    "[spark-backfill] --state is not s3://BUCKET/PREFIX in a bucket other than the" + " lake's; "
                            + state + "; name another");
        }
        String password = user == null ? null : environment.get(PASSWORD);
        if (user != null && password == null) {
            throw new ConfigurationException(
                    "[spark-backfill] --user needs a password; the variable " + PASSWORD + " is not set; set it");
        }
        String prefix = state.getPath().replaceFirst("^/+", "");
        return new Settings(
                bucket,
                state.getHost(),
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                awsRegion,
                s3Endpoint,
                roleArn,
                externalId,
                openSearch,
                signedService,
                user,
                password);
    }
}
