package org.ocsf4j.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.RoleSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the queue and the objects are, and as whom they are reached. */
public final class AwsOptions {

    @Option(names = "--region", paramLabel = "REGION", description = "the AWS region; the SDK's default if absent")
    private @Nullable String region;

    @Option(names = "--sqs-endpoint", paramLabel = "URL", description = "an SQS endpoint other than AWS's")
    private @Nullable URI sqsEndpoint;

    @Option(names = "--s3-endpoint", paramLabel = "URL", description = "an S3 endpoint other than AWS's")
    private @Nullable URI s3Endpoint;

    @Mixin
    private final RoleOptions role = new RoleOptions();

    /** The clients that the options describe. */
    public AwsClients clients() {
        AwsClients.Builder aws = located();
        role.applyTo(aws);
        return aws.build();
    }

    /** The same as whoever runs the command, whatever role is to be assumed. */
    AwsClients clientsWithoutRole() {
        return located().build();
    }

    private AwsClients.Builder located() {
        AwsClients.Builder aws = AwsClients.builder();
        if (region != null) {
            aws.region(region);
        }
        if (s3Endpoint != null) {
            aws.s3Endpoint(s3Endpoint);
        }
        if (sqsEndpoint != null) {
            aws.sqsEndpoint(sqsEndpoint);
        }
        return aws;
    }

    /** The role that is assumed, if any. */
    public @Nullable RoleSettings role() {
        return role.role();
    }
}
